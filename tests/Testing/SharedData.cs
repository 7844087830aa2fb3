using Xunit;

namespace Throughline.Testing;

/// <summary>Large public data sets lie beside the repository, not in it.</summary>
public static class SharedData
{
    /// <summary>
    /// The file or folder; without it the test says so and is skipped, except in the strict mode, where nothing may be.
    /// </summary>
    public static string Require(params string[] path)
    {
        for (
            var folder = new DirectoryInfo(Repository.Root);
            folder is not null;
            folder = folder.Parent
        )
        {
            var found = Path.Combine([folder.FullName, "shared", "data", .. path]);
            if (File.Exists(found) || System.IO.Directory.Exists(found))
            {
                return found;
            }
        }

        var sentence =
            $"shared/data/{string.Join('/', path)} is not beside the repository; the test that needs it did not run.";
        if (Environment.GetEnvironmentVariable("THROUGHLINE_STRICT") == "1")
        {
            Assert.Fail(sentence);
        }

        Assert.Skip(sentence);
        return "";
    }
}
