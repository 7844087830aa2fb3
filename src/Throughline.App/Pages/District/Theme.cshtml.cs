using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;

namespace Throughline.App.Pages.District;

/// <summary>The district's own color, as a style sheet of custom properties.</summary>
[Needs]
public sealed class ThemeModel : DistrictPage
{
    public IActionResult OnGet() =>
        ThemeColor.Parse(District.AccentColor ?? "") is { CanBeRead: true } color
            ? Content(color.ToStyleSheet(), "text/css; charset=utf-8")
            : Content("", "text/css; charset=utf-8");
}
