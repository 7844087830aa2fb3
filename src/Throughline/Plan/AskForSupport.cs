using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Records that support was asked for: of whom and when. A request that was refused can be made again.</summary>
public sealed class AskForSupport(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public SupportNeedId Id { get; init; }

        public string? Of { get; init; }

        public DateOnly? On { get; init; }
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
                if (
                    await db.Set<SupportNeed>()
                        .FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                    is not { } need
                )
                {
                    return Outcome.Unknown;
                }

                if (PlanText.Clean(input.Of) is not { } of)
                {
                    return Outcome.Refused(PlanSentences.AskWhom, nameof(Input.Of));
                }

                if (of.Length > PlanText.Name)
                {
                    return Outcome.Refused(PlanSentences.TooLong(PlanText.Name), nameof(Input.Of));
                }

                var today = DateOnly.FromDateTime(doing.When);
                if (input.On > today.AddDays(1))
                {
                    return Outcome.Refused(PlanSentences.DayIsAhead, nameof(Input.On));
                }

                need.Request(of, input.On ?? today, doing.Who);
                db.Happened(
                    "responsibility.support-requested",
                    "responsibility",
                    need.ResponsibilityId.Value,
                    need.What
                );
                return Outcome.Done;
            },
            cancel
        );
}

/// <summary>Records what came of a request: met, or not met and why.</summary>
public sealed class SettleSupport(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public SupportNeedId Id { get; init; }

        public bool Met { get; init; }

        public string? Answer { get; init; }
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
                if (
                    await db.Set<SupportNeed>()
                        .FirstOrDefaultAsync(row => row.Id == input.Id, cancel)
                    is not { } need
                )
                {
                    return Outcome.Unknown;
                }

                if (!input.Met && PlanText.Clean(input.Answer) is null)
                {
                    return Outcome.Refused(PlanSentences.EnterAReason, nameof(Input.Answer));
                }

                if (input.Answer?.Length > PlanText.Line)
                {
                    return Outcome.Refused(
                        PlanSentences.TooLong(PlanText.Line),
                        nameof(Input.Answer)
                    );
                }

                need.Settle(
                    input.Met,
                    DateOnly.FromDateTime(doing.When),
                    PlanText.Clean(input.Answer),
                    doing.Who
                );
                db.Happened(
                    input.Met ? "responsibility.support-met" : "responsibility.support-unmet",
                    "responsibility",
                    need.ResponsibilityId.Value,
                    need.What
                );
                return Outcome.Done;
            },
            cancel
        );
}
