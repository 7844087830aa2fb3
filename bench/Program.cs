using Throughline.Bench;
using Throughline.Bench.Analysis;
using Throughline.Bench.Feedback;

var commands = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["sample"] = Sample.Run,
    ["first-page"] = FirstPage.Run,
    ["plan-page"] = PlanPage.Run,
    ["feedback"] = FeedbackBench.Run,
    ["feedback-burst"] = FeedbackBurst.Run,
    ["feedback-growth"] = FeedbackGrowth.Run,
    ["directory-import"] = DirectoryImport.Run,
    ["analysis"] = WholeCommands.Run,
    ["groups"] = args => Task.FromResult(OpinionGroupsBench.Run(args)),
    ["listening-oracles"] = args => Task.FromResult(ListeningOracles.Run(args)),
    ["compact-directory"] = args => Task.FromResult(CompactDirectoryFile.Run(args)),
    ["pathway-oracles"] = args => Task.FromResult(PathwayOracles.Run(args)),
    ["selection-oracle"] = args => Task.FromResult(SelectionOracle.Run(args)),
    ["facility-oracle"] = args => Task.FromResult(FacilityOracle.Run(args)),
    ["disclosure-oracle"] = args => Task.FromResult(DisclosureOracle.Run(args)),
    ["disclosure-releases"] = args => Task.FromResult(DisclosureReleases.Run(args)),
    ["disclosure-speed"] = args => Task.FromResult(DisclosureSpeed.Run(args)),
    ["disclosure-state"] = args => Task.FromResult(DisclosureState.Run(args)),
};

if (args is [var name, ..] && commands.TryGetValue(name, out var run))
{
    return await run(args[1..]);
}

Console.WriteLine($"Name one of: {string.Join(", ", commands.Keys)}");
return 2;
