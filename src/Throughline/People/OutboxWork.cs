using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>What the sending service asks of the outbox: the next mail, and what came of it.</summary>
public sealed class OutboxWork(ThroughlineDb db) : IUseCase
{
    /// <summary>Sent mails stay as bare rows for a week: for the hourly limit, and to see that they went.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>A look that takes no lock: most of the time there is nothing.</summary>
    public Task<bool> HasDue(DateTime now, CancellationToken cancel = default) =>
        db.Set<OutboxMail>().AnyAsync(row => row.ClosedAt == null && row.NotBefore <= now, cancel);

    /// <summary>Takes the next mail that is due; Unknown where none is.</summary>
    public Task<Outcome<OutboxMail>> ClaimNext(Doing doing, CancellationToken cancel = default) =>
        db.Write<OutboxMail>(
            doing,
            async () =>
            {
                var now = doing.When;
                var due = await db.Set<OutboxMail>()
                    .Where(row => row.ClosedAt == null && row.NotBefore <= now)
                    .OrderBy(row => row.NotBefore)
                    .ThenBy(row => row.Id)
                    .Take(20)
                    .ToListAsync(cancel);
                foreach (var expired in due.Where(row => row.ExpiresAt <= now))
                {
                    expired.Close(now);
                }

                if (due.Find(row => row.ClosedAt is null) is not { } next)
                {
                    return due.Count == 0 ? Outcome.Unknown : due[0];
                }

                next.Claim(now);
                return next;
            },
            cancel
        );

    public Task<Outcome<Nothing>> Record(
        Guid mail,
        string? fault,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var row = await db.Set<OutboxMail>()
                    .FirstOrDefaultAsync(row => row.Id == mail, cancel);
                if (row is null)
                {
                    return Outcome.Unknown;
                }

                if (fault is null)
                {
                    row.Sent(doing.When);
                }
                else
                {
                    row.Failed(fault, doing.When);
                }

                return Outcome.Done;
            },
            cancel
        );

    /// <summary>Forgets what has served: old mails, links and codes that ran out, budgets that are full again.</summary>
    public Task<Outcome<Nothing>> Forget(Doing doing, CancellationToken cancel = default) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var (now, old) = (doing.When, doing.When - KeptFor);
                // A link that ran out still says whose tries are being counted.
                var served = now.AddHours(-1);
                await db.Set<OutboxMail>()
                    .Where(row => row.ClosedAt < old)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<SignInLink>()
                    .Where(row => row.ExpiresAt < served)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<SignInBudget>()
                    .Where(row => row.UsedUpTo < now)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<PasskeyChallenge>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<Session>()
                    .Where(row => row.ExpiresAt < old)
                    .ExecuteDeleteAsync(cancel);
                await db.Set<WaitingInvitation>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancel);
                return Outcome.Done;
            },
            cancel
        );
}
