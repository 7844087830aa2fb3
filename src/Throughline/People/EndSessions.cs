using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Signs out: one browser, or every one but the one that asks. Answers how many were ended.</summary>
public sealed class EndSessions(ThroughlineDb db) : IUseCase
{
    /// <param name="Only">The id of the one session to end; null for all of them.</param>
    /// <param name="Except">The secret of the session that stays open.</param>
    public sealed record Input(string? Only = null, string? Except = null);

    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var kept = input.Except is null ? null : Secrets.HashOf(input.Except);
                var open = await db.Set<Session>()
                    .Where(row => row.PersonId == doing.Who && row.EndedAt == null)
                    .Where(row => input.Only == null || row.Id == input.Only)
                    .Where(row => kept == null || row.Id != kept)
                    .ToListAsync(cancel);
                foreach (var session in open)
                {
                    session.EndedAt = doing.When;
                }

                return open.Count;
            },
            cancel
        );
}
