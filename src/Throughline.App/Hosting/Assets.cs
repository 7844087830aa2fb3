using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace Throughline.App.Hosting;

/// <summary>The files that the build made of the design: named by their content, so that a browser keeps them for a year.</summary>
public static class Assets
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(Read);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");

    /// <summary>The address of an asset by its plain name: <c>throughline.css</c>.</summary>
    public static string Address(string name) =>
        "/assets/" + Names.Value.GetValueOrDefault(name, name);

    public static void UseAssets(this IApplicationBuilder app)
    {
        System.IO.Directory.CreateDirectory(Folder);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/assets",
                FileProvider = new PhysicalFileProvider(Folder),
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl =
                        "public, max-age=31536000, immutable",
            }
        );
    }

    private static Dictionary<string, string> Read()
    {
        var manifest = Path.Combine(Folder, "assets.json");
        return File.Exists(manifest)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(manifest))!
            : [];
    }
}
