using System.Collections.Concurrent;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Opinions;
using Throughline.People;

namespace Throughline.App.Respondents;

/// <summary>
/// Which round an address leads to. Asked of the database at most once in some seconds, however many come: a round that is closed takes
/// no answers any more within that time.
/// </summary>
public sealed class RoundDoor(IServiceScopeFactory scopes, StatementOrder order, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    /// <summary>Guessed addresses must not fill the memory.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    public ValueTask<AskedRound?> Find(string code)
    {
        if (code.Length != Secrets.CodeLength || !code.All(char.IsAsciiLetterOrDigit))
        {
            return ValueTask.FromResult<AskedRound?>(null);
        }

        if (known.TryGetValue(code, out var found) && clock.GetElapsedTime(found.Since) < Kept)
        {
            return found.Round.IsCompletedSuccessfully
                ? ValueTask.FromResult(found.Round.Result)
                : new ValueTask<AskedRound?>(found.Round);
        }

        return new ValueTask<AskedRound?>(Renew(code, found));
    }

    /// <summary>Whether a code is one of the personal links of this round.</summary>
    public async Task<bool> HasLink(AskedRound round, string code, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<RespondentQueries>()
            .HasLink(round, code, cancel);
    }

    private Task<AskedRound?> Renew(string code, Known? stale)
    {
        if (known.Count > MostKept)
        {
            known.Clear();
        }

        var fresh = new Known(clock.GetTimestamp(), new Lazy<Task<AskedRound?>>(() => Read(code)));
        var kept =
            stale is null ? known.GetOrAdd(code, fresh)
            : known.TryUpdate(code, fresh, stale) ? fresh
            : known.GetValueOrDefault(code, fresh);
        return kept.Round;
    }

    private async Task<AskedRound?> Read(string code)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var round = await scope
                .ServiceProvider.GetRequiredService<RespondentQueries>()
                .Find(code, CancellationToken.None);
            return round is null ? null : round with { Order = order.Of(round) };
        }
        catch
        {
            // What failed is asked again by the next one, not remembered.
            known.TryRemove(code, out _);
            throw;
        }
    }

    private sealed record Known(long Since, Lazy<Task<AskedRound?>> Reading)
    {
        public Task<AskedRound?> Round => Reading.Value;
    }
}
