using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Records that the team came back to its vision or its equity goal while hearing people, and what came of it.</summary>
public sealed class RecordRevisit(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public RevisitResult? Result { get; init; }

        public DateOnly? On { get; init; }

        public string? Reason { get; init; }
    }

    /// <param name="today">Where the district is.</param>
    public Task<Outcome<RevisitId>> Do(
        RevisitOf of,
        Input input,
        DateOnly today,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<RevisitId>(
            doing,
            async () =>
            {
                var reason = Limits.Tidy(input.Reason);
                var refusals = new List<Refusal>();
                if (input.Result is not { } result || !Enum.IsDefined(result))
                {
                    refusals.Add(
                        Outcome.Refused(DirectionSentences.KeptOrChanged, nameof(input.Result))
                    );
                }

                if (input.On > today)
                {
                    refusals.Add(
                        Outcome.Refused(DirectionSentences.NotInTheFuture, nameof(input.On))
                    );
                }

                refusals.Need(
                    reason,
                    Limits.Statement,
                    nameof(input.Reason),
                    DirectionSentences.SayWhy
                );
                if (await Find(of, cancel) is not { } subject)
                {
                    return Outcome.Refused(DirectionSentences.NothingToRevisit);
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var revisit = new Revisit
                {
                    DistrictId = db.District!.Value,
                    Id = Id.New<RevisitId>(),
                    Of = of,
                    SubjectId = subject.Key,
                    On = input.On ?? today,
                    Result = input.Result!.Value,
                    Reason = reason!,
                    Who = doing.Who,
                    When = doing.When,
                };
                db.Add(revisit);
                var word = revisit.Result == RevisitResult.Kept ? "kept" : "changed";
                db.Happened($"{subject.HistoryKind}.revisited-{word}", subject);
                return revisit.Id;
            },
            cancel
        );

    private async Task<IDistrictThing?> Find(RevisitOf of, CancellationToken cancel)
    {
        var scope = Vision.ScopeOf(null);
        return of == RevisitOf.Vision
            ? await db.Set<Vision>().FirstOrDefaultAsync(row => row.Scope == scope, cancel)
            : await db.Set<EquityGoal>().FirstOrDefaultAsync(row => row.Scope == scope, cancel);
    }
}
