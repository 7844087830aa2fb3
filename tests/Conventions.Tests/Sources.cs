using Throughline.Testing;

namespace Throughline.Conventions.Tests;

internal static class Sources
{
    /// <summary>The checked-in files below a folder: nothing that a build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        System
            .IO.Directory.EnumerateFiles(
                Path.Combine(Repository.Root, folder),
                pattern,
                SearchOption.AllDirectories
            )
            .Select(file => file.Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal)
            );
}
