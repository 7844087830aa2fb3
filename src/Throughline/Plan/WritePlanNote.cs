using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Writes what a reader should know before the sections of a plan.</summary>
public sealed class WritePlanNote(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public SchoolId? School { get; init; }

        /// <summary>Zero where the plan was not begun when the form was opened.</summary>
        public int Version { get; init; }

        public string? Note { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<Nothing>(
            doing,
            async () =>
            {
                if (await db.OpenPlan(input.School, cancel) is not { } plan)
                {
                    return Outcome.Unknown;
                }

                if (plan.Version != input.Version && (plan.Note is not null || input.Version > 0))
                {
                    return PlanWriting.Stored(plan.Version, (nameof(Input.Note), plan.Note));
                }

                if (input.Note?.Length > PlanText.Prose)
                {
                    return Outcome.Refused(
                        PlanSentences.TooLong(PlanText.Prose),
                        nameof(Input.Note)
                    );
                }

                plan.WriteNote(PlanText.Clean(input.Note));
                db.Happened("plan.note-written", plan);
                return Outcome.Done;
            },
            cancel
        );
}
