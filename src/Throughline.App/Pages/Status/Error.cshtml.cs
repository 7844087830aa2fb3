using Microsoft.AspNetCore.Mvc;

namespace Throughline.App.Pages.Status;

/// <summary>A fault of ours: what is safe, and the number under which the log has it.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : TextPage
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status500InternalServerError;

    public void OnPost() => Response.StatusCode = StatusCodes.Status500InternalServerError;
}
