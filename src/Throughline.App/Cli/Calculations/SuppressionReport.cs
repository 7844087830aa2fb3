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
    IReadOnlyList<string> Less,
    bool Stopped,
    long ElapsedMs
)
{
    public static SuppressionReport Of(ProtectedTables found, bool stopped, TimeSpan elapsed) =>
        new(
            found.Primary,
            found.Secondary,
            found.Kept,
            found.Answer.Cost,
            found.Answer.Bound,
            found.Answer.Proved,
            found.Answer.Gap,
            found.AlreadyPublic,
            found.Less,
            stopped && !found.Answer.Proved,
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
        var less =
            Less.Count > 0
                ? $" With less room than the rule asks for, because there is no more: {string.Join("; ", Less)}."
                : "";
        var stopped = Stopped ? "Stopped; the best so far. " : "";
        return $"{stopped}{string.Join(", ", files)}: {Primary} cells are hidden by the rule, {Secondary} more to protect them{before}; cost {Cost}, {proof}.{shown}{less}";
    }
}

/// <summary>How the search stands, for whoever waits.</summary>
internal sealed class SuppressionSteps(LongWork work) : IProgress<SuppressionProgress>
{
    public void Report(SuppressionProgress value) =>
        work.Stands(
            value.Cost is { } cost
                ? FormattableString.Invariant(
                    $"A pattern of cost {cost}; no pattern costs less than {value.Bound}."
                )
                : "No pattern that protects so far …"
        );
}
