using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>What <c>suppress</c> answers.</summary>
public sealed record SuppressionReport(
    int Primary,
    int Secondary,
    int Kept,
    long Cost,
    long Bound,
    bool Proved,
    double Gap,
    IReadOnlyList<string> AlreadyPublic,
    long ElapsedMs
)
{
    public static SuppressionReport Of(ProtectedTables found, TimeSpan elapsed) =>
        new(
            found.Primary,
            found.Secondary,
            found.Kept,
            found.Answer.Cost,
            found.Answer.Bound,
            found.Answer.Proved,
            found.Answer.Gap,
            found.AlreadyPublic,
            (long)elapsed.TotalMilliseconds
        );

    public string Sentence(IEnumerable<string> files)
    {
        var proof = Proved
            ? "nothing cheaper protects them, proved"
            : FormattableString.Invariant($"at most {Gap:P1} of that cost could be saved");
        var before = Kept > 0 ? $", {Kept} stay hidden because they were" : "";
        var shown =
            AlreadyPublic.Count > 0
                ? $" Already public, so hiding protects nobody: {string.Join("; ", AlreadyPublic)}."
                : "";
        return $"{string.Join(", ", files)}: {Primary} cells are hidden by the rule, {Secondary} more to protect them{before}; cost {Cost}, {proof}.{shown}";
    }
}

/// <summary>Says how the search stands, at most once for each better answer.</summary>
internal sealed class SuppressionSteps(Output output) : IProgress<SuppressionProgress>
{
    private long? said;

    public void Report(SuppressionProgress value)
    {
        if (value.Cost is { } cost && cost != said && cost > value.Bound)
        {
            said = cost;
            output.Say(
                $"Round {value.Round}: a pattern of cost {cost}; no pattern costs less than {value.Bound}."
            );
        }
    }
}
