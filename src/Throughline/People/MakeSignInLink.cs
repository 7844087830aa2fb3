using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>A one-time link without a mail, for whoever runs the server. Answers the path and until when it holds.</summary>
public sealed class MakeSignInLink(ThroughlineDb db) : IUseCase
{
    /// <param name="AsHost">Makes the person, where the address is new, and lets them open districts.</param>
    public sealed record Input(string Email, bool AsHost = false, string? Next = null);

    public sealed record Link(string Path, DateTime Expires);

    public async Task<Outcome<Link>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        !EmailAddress.TryRead(input.Email, out var address)
            ? Outcome.Refused(PeopleSentences.EnterAnEmail, nameof(input.Email))
            : await db.Write<Link>(
                doing,
                async () =>
                {
                    var key = Person.KeyOf(address);
                    var person = await PersonFinding.ByAddress(db, key, cancel);
                    if (person is null && !input.AsHost)
                    {
                        return Outcome.Refused(
                            PeopleSentences.NobodyHere(address),
                            nameof(input.Email)
                        );
                    }

                    person ??= PersonFinding.Add(db, address, null, doing.When);
                    person.HostSince ??= input.AsHost ? doing.When : null;
                    var token = Secrets.New();
                    var link = new SignInLink
                    {
                        Id = Secrets.HashOf(token),
                        AddressKey = key,
                        AddressHash = Secrets.HashOf(key),
                        Next = LocalPath.Check(input.Next),
                        ExpiresAt = doing.When + SignInLink.LastsFromServer,
                    };
                    db.Add(link);
                    return new Link($"/sign-in/link/{token}", link.ExpiresAt);
                },
                cancel
            );
}
