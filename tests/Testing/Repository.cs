namespace Throughline.Testing;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Content => Path.Combine(Root, "content");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (
            folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx"))
        )
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("The tests run from a checkout.");
    }
}
