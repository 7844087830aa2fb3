using System.Text.Json;

namespace Throughline.App.Design;

/// <summary>Where the style sheet, the script and the fonts of this build are served: their names carry their content's hash, so they may be kept forever.</summary>
public sealed class DesignAssets(IWebHostEnvironment environment)
{
    readonly Lazy<IReadOnlyDictionary<string, string>> paths = new(() => Read(environment));

    /// <summary>The path of an asset by its plain name, such as <c>throughline.css</c>.</summary>
    public string this[string name] =>
        paths.Value.TryGetValue(name, out var path)
            ? path
            : throw new InvalidOperationException(
                $"The design build makes no {name}; it makes {string.Join(", ", paths.Value.Keys)}."
            );

    static Dictionary<string, string> Read(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("assets/assets.json");
        if (!file.Exists)
        {
            throw new InvalidOperationException(
                "wwwroot/assets/assets.json is missing: build Throughline.App, which makes it."
            );
        }

        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
