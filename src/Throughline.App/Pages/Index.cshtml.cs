using Microsoft.AspNetCore.Mvc;

namespace Throughline.App.Pages;

/// <summary>The front door: a visitor sees what this is; a member goes on to the district.</summary>
[OpenToAll]
public sealed class IndexModel : TextPage
{
    public IActionResult OnGet() => Page();
}
