using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Writes down what follows from a decision.</summary>
public sealed class AddNextStep(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public DecisionId Decision { get; init; }

        public string? What { get; init; }

        public string? Who { get; init; }

        public DateOnly? Due { get; init; }
    }

    public Task<Outcome<NextStepId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<NextStepId>(
            doing,
            async () =>
            {
                if (
                    await db.Set<Decision>()
                        .FirstOrDefaultAsync(row => row.Id == input.Decision, cancel)
                    is not { } decision
                )
                {
                    return Outcome.Unknown;
                }

                List<Refusal> refusals =
                [
                    .. PlanText.TooLong(
                        (nameof(input.What), input.What, PlanText.Line),
                        (nameof(input.Who), input.Who, PlanText.Name)
                    ),
                ];
                if (PlanText.Clean(input.What) is not { } what)
                {
                    refusals.Add(Outcome.Refused(PlanSentences.EnterWhat, nameof(Input.What)));
                    return refusals;
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var who = (await Team.Of(db, cancel)).Find(input.Who);
                var step = new NextStep
                {
                    DistrictId = decision.DistrictId,
                    Id = Id.New<NextStepId>(),
                    DecisionId = decision.Id,
                    What = what,
                    WhoId = who?.Member,
                    WhoName = who?.Name,
                    Due = input.Due,
                    Order = await db.Set<NextStep>()
                        .CountAsync(row => row.DecisionId == decision.Id, cancel),
                };
                db.Add(step);
                db.Happened("decision.next-step-added", "decision", decision.Id.Value, what);
                return step.Id;
            },
            cancel
        );
}

/// <summary>Marks a next step as done, or as not done after all; or takes it away.</summary>
public sealed class FinishNextStep(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        NextStepId id,
        bool done,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        Change(
            id,
            step => step.Finish(done ? DateOnly.FromDateTime(doing.When) : null),
            done ? "decision.next-step-done" : "decision.next-step-undone",
            doing,
            cancel
        );

    public Task<Outcome<Nothing>> Remove(
        NextStepId id,
        Doing doing,
        CancellationToken cancel = default
    ) => Change(id, step => step.Remove(doing), "decision.next-step-removed", doing, cancel);

    private Task<Outcome<Nothing>> Change(
        NextStepId id,
        Action<NextStep> change,
        string kind,
        Doing doing,
        CancellationToken cancel
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (
                    await db.Set<NextStep>().FirstOrDefaultAsync(row => row.Id == id, cancel)
                    is not { } step
                )
                {
                    return Outcome.Unknown;
                }

                change(step);
                db.Happened(kind, "decision", step.DecisionId.Value, step.What);
                return Outcome.Done;
            },
            cancel
        );
}
