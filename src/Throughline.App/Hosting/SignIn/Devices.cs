namespace Throughline.App.Hosting.SignIn;

/// <summary>"Firefox, Windows": names under which people know their browsers again. The rest of the header is not kept.</summary>
public static class Devices
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "Chromebook"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string? NameOf(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return browser is null ? system
            : system is null ? browser
            : $"{browser}, {system}";
    }

    private static string? Find((string Mark, string Name)[] among, string text) =>
        Array.Find(among, entry => text.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
