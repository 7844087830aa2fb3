using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing;

/// <summary>Takes a version back: it stays as it is, and its page says that it was withdrawn, when and why.</summary>
public sealed class WithdrawPlan(ThroughlineDb db) : IUseCase
{
    public sealed record Input(int Number, string? Why);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var plan = await db.Set<PublishedPlan>()
                    .FirstOrDefaultAsync(row => row.Number == input.Number, cancel);
                if (plan is null)
                {
                    return Outcome.Unknown;
                }

                var why = SafeText.Clean(input.Why ?? "").Trim();
                if (why.Length == 0)
                {
                    return Outcome.Refused(PublishingSentences.SayWhyWithdrawn, nameof(input.Why));
                }

                if (why.Length > PublishedPlan.NoteLimit)
                {
                    return Outcome.Refused(
                        PublishingSentences.TooLong(PublishedPlan.NoteLimit),
                        nameof(input.Why)
                    );
                }

                if (plan.WithdrawnAt is null)
                {
                    plan.Withdraw(why, doing);
                    db.Happened("plan.withdrawn", plan);
                }

                return Outcome.Done;
            },
            cancel
        );
}
