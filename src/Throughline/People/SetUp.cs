using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>A link for the first person of a new installation; Unknown where somebody is here already.</summary>
public sealed class MakeSetUpLink(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(
            doing,
            async () =>
            {
                if (await db.Set<Person>().AnyAsync(cancel))
                {
                    return Outcome.Unknown;
                }

                db.RemoveRange(await db.Set<SetUpLink>().ToListAsync(cancel));
                var token = Secrets.New();
                db.Add(new SetUpLink { Id = Secrets.HashOf(token), MadeAt = doing.When });
                return $"/set-up/{token}";
            },
            cancel
        );
}

/// <summary>The first person comes in, as host. Works once, and only while nobody is here.</summary>
public sealed class SetUp(ThroughlineDb db) : IUseCase
{
    public sealed record Input(string Token, string? Name, string? Email, string? Device = null);

    public Task<Outcome<SignedIn>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<SignedIn>(
            doing,
            async () =>
            {
                var id = Secrets.HashOf(input.Token);
                var link = await db.Set<SetUpLink>()
                    .FirstOrDefaultAsync(row => row.Id == id && row.SpentAt == null, cancel);
                if (link is null || await db.Set<Person>().AnyAsync(cancel))
                {
                    return Outcome.Unknown;
                }

                var refusals = new List<Refusal>();
                if (PersonFinding.Check(input.Name, nameof(input.Name)) is { } noName)
                {
                    refusals.Add(noName);
                }

                if (!EmailAddress.TryRead(input.Email, out var address))
                {
                    refusals.Add(
                        Outcome.Refused(PeopleSentences.EnterAnEmail, nameof(input.Email))
                    );
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                link.SpentAt = doing.When;
                var person = PersonFinding.Add(db, address, input.Name, doing.When);
                person.HostSince = doing.When;
                var (session, secret) = Session.Begin(person.Id, doing.When, input.Device);
                db.Add(session);
                return new SignedIn(
                    secret,
                    person.Id,
                    Secrets.HashOf(person.EmailKey),
                    "/districts/find"
                );
            },
            cancel
        );
}
