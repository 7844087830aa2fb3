using Microsoft.Extensions.FileProviders;
using Throughline.App.Respondents;

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
                {
                    var headers = file.Context.Response.Headers;
                    headers.CacheControl = "public, max-age=31536000, immutable";
                    if (file.File.Name.StartsWith("worker.", StringComparison.Ordinal))
                    {
                        // It stands among the assets and works on the public's forms only.
                        headers["Service-Worker-Allowed"] = FormAddresses.Root;
                    }
                },
            }
        );
    }
}
