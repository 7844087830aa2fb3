namespace Throughline.Bench;

/// <summary>Public data that is kept beside the repository, where it is.</summary>
static class SharedData
{
    public static string? Find(params string[] path)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var found = Path.Combine([folder.FullName, "shared", "data", .. path]);
            if (Path.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
