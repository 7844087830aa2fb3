using Microsoft.AspNetCore.Mvc;
using Throughline.Kernel.Logos;

namespace Throughline.App.Hosting.Documents;

public static class PictureResult
{
    /// <summary>A picture whose address is made of its content.</summary>
    /// <param name="isPublic">Whether a cache between here and the browser may keep it, too.</param>
    public static IActionResult Picture(
        this HttpResponse response,
        byte[] picture,
        string file,
        bool isPublic
    )
    {
        response.Headers.CacheControl = isPublic
            ? "public, max-age=31536000, immutable"
            : "private, max-age=31536000, immutable";
        return new FileContentResult(picture, LogoView.TypeOf(file));
    }
}
