using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughline.App.Pages.Status;

/// <summary>What an empty answer with this code says to a person.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : TextPage
{
    private static readonly int[] Known = [400, 403, 404, 429];

    public string Key { get; private set; } = "status.404";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        Key = Known.Contains(code) ? $"status.{code}" : "status.500";
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Key = "status.404";
        }
    }
}
