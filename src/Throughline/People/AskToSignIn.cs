using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.People;

/// <summary>
/// Sends a code and a link to an address, if somebody here or somebody invited has it. From outside the two cannot be told apart: the
/// same answer after the same reads and writes.
/// </summary>
public sealed class AskToSignIn(ThroughlineDb db, LanguageFiles languages) : IUseCase
{
    /// <param name="Site">The address of this installation, without a slash at its end.</param>
    /// <param name="Language">The language of the page, for whoever has chosen none.</param>
    public sealed record Input(
        string? Email,
        string? Next,
        string Site,
        string Language,
        Caller Caller
    );

    /// <summary>The secret that the asking browser keeps, so that the code works there and nowhere else.</summary>
    public sealed record Asked(string Attempt, TimeSpan? Wait = null);

    public async Task<Outcome<Asked>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (!EmailAddress.TryRead(input.Email, out var address))
        {
            return Outcome.Refused(PeopleSentences.EnterAnEmail, nameof(input.Email));
        }

        try
        {
            return await db.Write<Asked>(doing, () => Ask(address, input, doing, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // Two requests took the first try of the same budget at once.
            return new Asked("", TimeSpan.FromSeconds(1));
        }
    }

    private async Task<Outcome<Asked>> Ask(
        string address,
        Input input,
        Doing doing,
        CancellationToken cancel
    )
    {
        var key = Person.KeyOf(address);
        var hash = Secrets.HashOf(key);
        var wait =
            await Budget.FromOneNetwork.Take(db, input.Caller.Network, doing.When, cancel)
            ?? await Budget.MailsAsked.Take(db, input.Caller.BucketOf(hash), doing.When, cancel);
        if (wait is not null)
        {
            return new Asked("", wait);
        }

        var person = await PersonFinding.ByAddress(db, key, cancel);
        var isKnown =
            await PersonFinding.IsInvited(db, key, doing.When, cancel) || person is not null;
        var (attempt, token, code) = (Secrets.New(), Secrets.New(), Secrets.NewCode());
        var link = new SignInLink
        {
            Id = Secrets.HashOf(token),
            AttemptId = Secrets.HashOf(attempt),
            CodeHash = Secrets.HashOfCode(code, attempt),
            AddressKey = isKnown ? key : null,
            AddressHash = hash,
            Next = LocalPath.Check(input.Next),
            ExpiresAt = doing.When + SignInLink.LastsByMail,
        };
        db.Add(link);
        var texts = languages.In(person?.Language ?? input.Language);
        var mail = PeopleMails.SignIn(
            texts,
            person?.Email ?? address,
            person?.Name ?? "",
            Secrets.Grouped(code),
            $"{input.Site}/sign-in/link/{token}"
        ) with
        {
            ExpiresAt = link.ExpiresAt,
        };
        if (isKnown)
        {
            await Outbox.Enqueue(db, mail, doing, cancel);
        }
        else
        {
            Outbox.EnqueueForNobody(db, mail, doing);
        }

        return new Asked(attempt);
    }
}
