using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What a form or a pasted row says of a decision. Names stand one to a line.</summary>
public record DecisionDraft
{
    public string? Question { get; init; }

    public PlanLevel Level { get; init; }

    public string? LevelReason { get; init; }

    public string? Decider { get; init; }

    public string? Recommend { get; init; }

    public string? Advise { get; init; }

    public string? Inform { get; init; }

    public string? WantsToKnow { get; init; }

    public int? LeadDays { get; init; }

    public DateOnly? NeededOn { get; init; }

    public bool BroadSupport { get; init; }

    /// <summary>The groups to consult before it is final.</summary>
    public string? Consult { get; init; }

    public IEnumerable<(InputPart Part, string Name)> Inputs()
    {
        (InputPart, string?)[] parts =
        [
            (InputPart.Recommend, Recommend),
            (InputPart.Advise, Advise),
            (InputPart.Inform, Inform),
            (InputPart.WantsToKnow, WantsToKnow),
        ];
        return parts.SelectMany(part =>
            PlanText.NamesIn(part.Item2).Select(name => (part.Item1, name))
        );
    }

    internal List<Refusal> Refusals()
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong(
                (nameof(Question), Question, PlanText.Line),
                (nameof(LevelReason), LevelReason, PlanText.Line),
                (nameof(Decider), Decider, PlanText.Name),
                (nameof(Recommend), Recommend, PlanText.Names),
                (nameof(Advise), Advise, PlanText.Names),
                (nameof(Inform), Inform, PlanText.Names),
                (nameof(WantsToKnow), WantsToKnow, PlanText.Names),
                (nameof(Consult), Consult, PlanText.Names)
            ),
        ];
        if (PlanText.Clean(Question) is null)
        {
            refusals.Add(Kernel.Outcome.Refused(PlanSentences.EnterAQuestion, nameof(Question)));
        }

        if (LeadDays is < 0 or > NeededBy.LongestLead)
        {
            refusals.Add(Kernel.Outcome.Refused(PlanSentences.LeadIsOff, nameof(LeadDays)));
        }

        if (BroadSupport && PlanText.NamesIn(Consult).Count == 0)
        {
            refusals.Add(
                Kernel.Outcome.Refused(PlanSentences.NameGroupsToConsult, nameof(Consult))
            );
        }

        return refusals;
    }
}
