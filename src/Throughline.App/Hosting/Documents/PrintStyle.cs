using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.App.Hosting.Documents;

/// <summary>The style sheet with its fonts inside, for a page that has to stand alone.</summary>
public sealed partial class PrintStyle(string assets)
{
    private readonly Lazy<string> text = new(() => Read(assets));

    public string Text => text.Value;

    /// <summary>Beside the program, where the build puts what it made of the design.</summary>
    public static PrintStyle OfThisProgram() =>
        new(Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets"));

    private static string Read(string folder)
    {
        var manifest = Path.Combine(folder, "assets.json");
        if (!File.Exists(manifest))
        {
            return "";
        }

        var names =
            JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(manifest))
            ?? [];
        return names.TryGetValue("throughline.css", out var sheet)
            ? FontAddress()
                .Replace(
                    File.ReadAllText(Path.Combine(folder, Path.GetFileName(sheet))),
                    found => Inside(folder, found.Groups["file"].Value)
                )
            : "";
    }

    private static string Inside(string folder, string name)
    {
        var file = Path.Combine(folder, Path.GetFileName(name));
        return File.Exists(file)
            ? $"url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(file))})"
            : "url()";
    }

    [GeneratedRegex(
        """url\(["']?(?<file>[^)"']+\.woff2)["']?\)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FontAddress();
}
