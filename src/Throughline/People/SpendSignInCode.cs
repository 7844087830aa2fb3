using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Signs in with the code from the mail, in the browser that asked for it.</summary>
public sealed class SpendSignInCode(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string? Attempt, string? Code, Caller Caller);

    /// <summary>Either signed in, or told to wait.</summary>
    public sealed record Result(SignedIn? SignedIn, TimeSpan? Wait = null);

    public async Task<Outcome<Result>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var code = Secrets.Typed(input.Code);
        if (code.Length == 0)
        {
            return Outcome.Refused(PeopleSentences.EnterTheCode, nameof(input.Code));
        }

        var attemptId = Secrets.HashOf(input.Attempt ?? "");
        try
        {
            // The try is counted in a transaction of its own: a wrong code must not take the counting back with it.
            var counted = await db.Write<Result>(
                doing,
                () => Count(attemptId, input.Caller, doing, cancel),
                cancel
            );
            if (counted is not Outcome<Result>.Done { Value.Wait: null })
            {
                return counted is Outcome<Result>.Conflicting
                    ? new Result(null, TimeSpan.FromSeconds(1))
                    : counted;
            }

            return await db.Write<Result>(
                doing,
                () => Spend(attemptId, code, input, doing, cancel),
                cancel
            );
        }
        catch (DbUpdateException)
        {
            return new Result(null, TimeSpan.FromSeconds(1));
        }
    }

    private async Task<Outcome<Result>> Count(
        string attemptId,
        Caller caller,
        Doing doing,
        CancellationToken cancel
    )
    {
        var hash = await db.Set<SignInLink>()
            .Where(row => row.AttemptId == attemptId)
            .Select(row => row.AddressHash)
            .FirstOrDefaultAsync(cancel);
        var wait =
            await Budget.FromOneNetwork.Take(db, caller.Network, doing.When, cancel)
            ?? await Budget.CodesTyped.Take(
                db,
                caller.BucketOf(hash ?? attemptId),
                doing.When,
                cancel
            );
        return new Result(null, wait);
    }

    private async Task<Outcome<Result>> Spend(
        string attemptId,
        string code,
        Input input,
        Doing doing,
        CancellationToken cancel
    )
    {
        var link = await db.Set<SignInLink>()
            .FirstOrDefaultAsync(row => row.AttemptId == attemptId, cancel);
        if (link is null || !link.IsOpen(doing.When))
        {
            return Outcome.Refused(PeopleSentences.CodeRanOut, nameof(input.Code));
        }

        var typed = Secrets.HashOfCode(code, input.Attempt ?? "");
        var person = await PersonFinding.Welcome(
            db,
            link.AddressKey ?? "",
            null,
            doing.When,
            cancel
        );
        if (!Secrets.AreSame(typed, link.CodeHash ?? "") || person is null)
        {
            return Outcome.Refused(PeopleSentences.WrongCode, nameof(input.Code));
        }

        link.TrySpend(doing.When);
        var (session, secret) = Session.Begin(person.Id, doing.When, input.Caller.Device);
        db.Add(session);
        return new Result(new SignedIn(secret, person.Id, link.AddressHash, link.Next));
    }
}
