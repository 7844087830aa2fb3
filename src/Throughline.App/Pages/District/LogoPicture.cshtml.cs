using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.Documents;
using Throughline.Kernel.Logos;

namespace Throughline.App.Pages.District;

/// <summary>One of the district's pictures, for its members. Its address is made of its content, so that a browser keeps it.</summary>
[Needs]
public sealed class LogoPictureModel(LogoQueries logos) : DistrictPage
{
    public async Task<IActionResult> OnGet(string file, CancellationToken cancel) =>
        await logos.Picture(file, cancel) is { } picture
            ? Response.Picture(picture, file, isPublic: false)
            : NotFound();
}
