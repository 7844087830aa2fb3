using Throughline.Bench;

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["directory-import"] = DirectoryImport.Run,
    ["compact-directory"] = CompactDirectoryFile.Run,
};

if (args is [var name, ..] && commands.TryGetValue(name, out var run))
{
    return run(args[1..]);
}

Console.WriteLine($"Name one of: {string.Join(", ", commands.Keys)}");
return 2;
