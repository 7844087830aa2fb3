using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>
/// Joins the team. A new address becomes a person and is signed in; somebody who is known here already signs in first, since a link
/// that lies in a mailbox for days must not open what else they have.
/// </summary>
public sealed class AcceptInvitation(ThroughlineDb db) : IUseCase
{
    /// <param name="Token">From the link; or, for somebody signed in, <paramref name="Waiting"/> from their account page.</param>
    /// <param name="SignedIn">Who is signed in where this is done.</param>
    public sealed record Input(
        string? Token,
        WaitingPlace? Waiting,
        PersonId? SignedIn,
        string? Name,
        string? Device = null
    );

    public sealed record WaitingPlace(DistrictId District, InvitationId Invitation);

    /// <summary>The district's slug, and the secret of a new session where one was begun.</summary>
    public sealed record Joined(string Slug, SignedIn? SignedIn);

    public async Task<Outcome<Joined>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var token = InvitationToken.Read(input.Token);
        if ((token?.District ?? input.Waiting?.District) is not { } district)
        {
            return Outcome.Unknown;
        }

        // The history says that they themselves joined, whether they were here before or not.
        doing = doing with
        {
            Who = input.SignedIn ?? Id.New<PersonId>(),
        };
        await db.Enter(district, input.SignedIn, cancel);
        return await db.Write<Joined>(
            doing,
            async () =>
            {
                if (await Find(token, input, doing.When, cancel) is not { } invitation)
                {
                    return Outcome.Unknown;
                }

                var person = await PersonFinding.ByAddress(db, invitation.EmailKey, cancel);
                if (person is not null && person.Id != input.SignedIn)
                {
                    return Outcome.Unknown;
                }

                var isNew = person is null;
                if (isNew)
                {
                    if (PersonFinding.Check(input.Name, nameof(input.Name)) is { } refused)
                    {
                        return refused;
                    }

                    person = PersonFinding.Add(
                        db,
                        invitation.Email,
                        input.Name,
                        doing.When,
                        input.SignedIn is null ? doing.Who : null
                    );
                    person.Language = invitation.Language;
                }

                await Join(invitation, person!, doing, cancel);
                var slug = await db.Set<District>()
                    .Where(row => row.Id == district)
                    .Select(row => row.Slug)
                    .FirstAsync(cancel);
                return new Joined(slug, isNew ? SignIn(person!, input.Device, doing) : null);
            },
            cancel
        );
    }

    private Task<Invitation?> Find(
        InvitationToken? token,
        Input input,
        DateTime now,
        CancellationToken cancel
    )
    {
        var hash = token?.Hash;
        var id = input.Waiting?.Invitation;
        return db.Set<Invitation>()
            .Where(row => row.AcceptedAt == null && row.ExpiresAt > now)
            .FirstOrDefaultAsync(
                row => hash != null ? row.TokenHash == hash : row.Id == id,
                cancel
            );
    }

    private async Task Join(
        Invitation invitation,
        Person person,
        Doing doing,
        CancellationToken cancel
    )
    {
        invitation.Accept(person.Id, doing);
        await InvitationSending.StopWaiting(db, invitation.Id, cancel);
        var isMember = await db.Set<Membership>()
            .AnyAsync(
                row => row.DistrictId == invitation.DistrictId && row.PersonId == person.Id,
                cancel
            );
        if (!isMember)
        {
            var membership = new Membership
            {
                DistrictId = invitation.DistrictId,
                Id = Id.New<MembershipId>(),
                PersonId = person.Id,
                Role = invitation.Role,
                SchoolId = invitation.SchoolId,
                TeamRole = invitation.TeamRole,
                NameThen = person.Name,
            };
            db.Add(membership);
            db.Happened("membership.began", membership);
        }

        db.Happened("invitation.accepted", invitation);
    }

    private SignedIn SignIn(Person person, string? device, Doing doing)
    {
        var (session, secret) = Session.Begin(person.Id, doing.When, device);
        db.Add(session);
        return new SignedIn(secret, person.Id, Secrets.HashOf(person.EmailKey), null);
    }
}
