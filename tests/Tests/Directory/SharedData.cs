namespace Throughline.Tests.Directory;

/// <summary>Large public data sets lie beside the repository, not in it.</summary>
static class SharedData
{
    public static string Root { get; } = FindRoot();

    public static string CompactFile =>
        Path.Combine(Root, "content", "directory", "massachusetts-2016-17.csv");

    public static string Require(params string[] path)
    {
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
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

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (
            folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx"))
        )
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException(
                "Throughline.slnx was not found above the tests."
            );
    }
}
