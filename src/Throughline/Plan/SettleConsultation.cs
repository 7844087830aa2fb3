using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Records that a group was consulted and what it said, or that it is passed over and why.</summary>
public sealed class SettleConsultation(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public ConsultationId Id { get; init; }

        public DateOnly? ConsultedOn { get; init; }

        public string? Heard { get; init; }

        public string? WaivedReason { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var group = await db.Set<Consultation>()
                    .FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
                var decision = group is null
                    ? null
                    : await db.Set<Decision>()
                        .FirstOrDefaultAsync(row => row.Id == group.DecisionId, cancel);
                if (group is null || decision is null)
                {
                    return Outcome.Unknown;
                }

                List<Refusal> tooLong =
                [
                    .. PlanText.TooLong(
                        (nameof(input.Heard), input.Heard, PlanText.Prose),
                        (nameof(input.WaivedReason), input.WaivedReason, PlanText.Line)
                    ),
                ];
                if (tooLong.Count > 0)
                {
                    return tooLong;
                }

                if (input.ConsultedOn > DateOnly.FromDateTime(doing.When).AddDays(1))
                {
                    return Outcome.Refused(PlanSentences.DayIsAhead, nameof(Input.ConsultedOn));
                }

                var waived = PlanText.Clean(input.WaivedReason);
                if (input.ConsultedOn is null == waived is null)
                {
                    // Neither or both: it has to be one of the two.
                    return Outcome.Refused(
                        PlanSentences.SayWhatTheySaid,
                        nameof(Input.ConsultedOn)
                    );
                }

                if (input.ConsultedOn is { } day)
                {
                    group.Consult(day, PlanText.Clean(input.Heard));
                    db.Happened("decision.consulted", "decision", decision.Id.Value, group.Group);
                }
                else
                {
                    group.Waive(waived!);
                    db.Happened("decision.waived", "decision", decision.Id.Value, group.Group);
                }

                return Outcome.Done;
            },
            cancel
        );
}
