using Throughline.Bench;
using Throughline.Bench.Analysis;

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["directory-import"] = DirectoryImport.Run,
    ["groups"] = OpinionGroupsBench.Run,
    ["listening-oracles"] = ListeningOracles.Run,
    ["compact-directory"] = CompactDirectoryFile.Run,
    ["selection-oracle"] = SelectionOracle.Run,
    ["disclosure-oracle"] = DisclosureOracle.Run,
    ["disclosure-speed"] = DisclosureSpeed.Run,
    ["disclosure-state"] = DisclosureState.Run,
};

if (args is [var name, ..] && commands.TryGetValue(name, out var run))
{
    return run(args[1..]);
}

Console.WriteLine($"Name one of: {string.Join(", ", commands.Keys)}");
return 2;
