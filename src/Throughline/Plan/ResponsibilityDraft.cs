using Throughline.Kernel;

namespace Throughline.Plan;

public record ResponsibilityDraft
{
    public string? What { get; init; }

    public string? Holder { get; init; }

    public PlanLevel Level { get; init; }

    public DecisionId? FromDecision { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>What the holder needs in order to do it; becomes a support need of its own where it is new.</summary>
    public string? Support { get; init; }

    internal List<Refusal> Refusals()
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong(
                (nameof(What), What, PlanText.Line),
                (nameof(Holder), Holder, PlanText.Name),
                (nameof(Support), Support, PlanText.Line)
            ),
        ];
        if (PlanText.Clean(What) is null)
        {
            refusals.Add(Outcome.Refused(PlanSentences.EnterWhat, nameof(What)));
        }

        return refusals;
    }

    internal void Into(Responsibility responsibility, Team team)
    {
        responsibility.Describe(PlanText.Clean(What)!, Level, FromDecision);
        responsibility.GiveTo(team.Find(Holder), Due);
    }
}
