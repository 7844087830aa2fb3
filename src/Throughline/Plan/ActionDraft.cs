using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What a form or a pasted row says of an action.</summary>
public record ActionDraft
{
    public string? What { get; init; }

    public GoalId? Goal { get; init; }

    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    public string? Resources { get; init; }

    public string? Evidence { get; init; }

    public ActionStatus Status { get; init; }

    public string? DroppedReason { get; init; }

    public DecisionId? WaitsFor { get; init; }

    internal List<Refusal> Refusals()
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong(
                (nameof(What), What, PlanText.Line),
                (nameof(Owner), Owner, PlanText.Name),
                (nameof(Resources), Resources, PlanText.Prose),
                (nameof(Evidence), Evidence, PlanText.Prose),
                (nameof(DroppedReason), DroppedReason, PlanText.Line)
            ),
        ];
        if (PlanText.Clean(What) is null)
        {
            refusals.Add(Outcome.Refused(PlanSentences.EnterWhat, nameof(What)));
        }

        if (Status == ActionStatus.Dropped && PlanText.Clean(DroppedReason) is null)
        {
            refusals.Add(Outcome.Refused(PlanSentences.SayWhyDropped, nameof(DroppedReason)));
        }

        return refusals;
    }

    internal void Into(ActionItem action, Team team)
    {
        action.Describe(PlanText.Clean(What)!, Goal);
        action.GiveTo(team.Find(Owner), Due);
        action.Equip(PlanText.Clean(Resources), PlanText.Clean(Evidence));
        action.Stand(Status, PlanText.Clean(DroppedReason));
        action.WaitFor(WaitsFor);
    }
}
