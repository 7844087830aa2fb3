using Microsoft.Extensions.FileProviders;

namespace Throughline.App.Hosting;

public static class StaticAssets
{
    /// <summary>The files that the build made of the design: named by their content, so that a browser keeps them for a year.</summary>
    public static void UseAssets(this IApplicationBuilder app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");
        System.IO.Directory.CreateDirectory(folder);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/assets",
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl =
                        "public, max-age=31536000, immutable",
            }
        );
    }
}
