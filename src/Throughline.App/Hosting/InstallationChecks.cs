using Throughline.Kernel.Languages;

namespace Throughline.App.Hosting;

/// <summary>What <c>throughline check</c> looks at beside the database.</summary>
public static class InstallationChecks
{
    private const long LeastSpace = 200_000_000;

    public static IEnumerable<string> Problems(this Installation installation) =>
        new[]
        {
            Keys(installation),
            Space(installation.Data),
            Content(),
            Languages(),
            TimeZones(),
        }.OfType<string>();

    private static string? Keys(Installation installation)
    {
        var folder = installation.Keys;
        return PrivateFolder.IsPrivate(folder)
            ? null
            : $"The folder {folder} can be read by other accounts. Give it mode 0700.";
    }

    private static string? Space(string data)
    {
        var free = new DriveInfo(Path.GetFullPath(data)).AvailableFreeSpace;
        return free >= LeastSpace
            ? null
            : $"Only {free / 1_000_000} MB are free on the disk of {data}. Make room for at least {LeastSpace / 1_000_000} MB.";
    }

    private static string? Content() =>
        System.IO.Directory.Exists(Installation.Content)
            ? null
            : $"The content folder {Installation.Content} is missing. Install the program anew.";

    private static string? Languages()
    {
        try
        {
            return Installation.OpenLanguages().Tags.Any(tag => tag == LanguageFiles.Default)
                ? null
                : "The words of the interface are missing. Install the program anew.";
        }
        catch (Exception broken)
            when (broken is IOException or InvalidDataException or YamlDotNet.Core.YamlException)
        {
            return $"The words of the interface cannot be read: {broken.Message}";
        }
    }

    private static string? TimeZones() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out _)
            ? null
            : "This machine has no time zone data, and deadlines would be wrong. Install its tzdata package.";
}
