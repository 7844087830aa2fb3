using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Sample;

/// <summary>The others join, each on a day of their own; one invitation is still on its way.</summary>
internal sealed class FormSampleTeam(ThroughlineDb db) : IUseCase
{
    public async Task Do(SampleStory story, CancellationToken cancel)
    {
        foreach (var person in SamplePeople.All.Where(one => one != SamplePeople.Dana))
        {
            var doing = story.By(person, person.Day, person.Clock);
            SampleStory.Done(
                await db.Write(
                    doing,
                    () => Now(() => SampleTeam.Join(db, story, person, doing)),
                    cancel
                )
            );
        }

        var invited = SamplePeople.Invited;
        var asked = story.By(SamplePeople.Dana, invited.Day, invited.Clock);
        SampleStory.Done(
            await db.Write(
                asked,
                () => Now(() => SampleTeam.Invite(db, story, invited, asked)),
                cancel
            )
        );
    }

    private static Task<Outcome<Nothing>> Now(Action change)
    {
        change();
        return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
    }
}

internal static class SampleTeam
{
    public static void Join(ThroughlineDb db, SampleStory story, SamplePerson one, Doing doing)
    {
        db.Add(
            new Person
            {
                Id = story.Of(one),
                Email = one.Email,
                EmailKey = Person.KeyOf(one.Email),
                Name = one.Name,
                Language = LanguageFiles.Default,
                JoinedAt = doing.When,
            }
        );
        var membership = new Membership
        {
            DistrictId = story.District,
            Id = Id.New<MembershipId>(),
            PersonId = story.Of(one),
            Role = one.Role,
            SchoolId = one.School is { } school ? story.Of(school) : null,
            TeamRole = one.TeamRole,
            NameThen = one.Name,
        };
        db.Add(membership);
        db.Happened("membership.began", membership);
    }

    /// <summary>As <see cref="InviteToTeam"/> does it, but without the mail: an invented person has no mailbox.</summary>
    public static void Invite(ThroughlineDb db, SampleStory story, SamplePerson one, Doing doing)
    {
        var invitation = new Invitation
        {
            DistrictId = story.District,
            Id = Id.New<InvitationId>(),
            Email = one.Email,
            EmailKey = Person.KeyOf(one.Email),
            SuggestedName = one.Name,
            Role = one.Role,
            TeamRole = one.TeamRole,
            Language = LanguageFiles.Default,
            Note = SamplePeople.InvitationNote,
            InvitedBy = doing.Who,
        };
        invitation.Send(doing);
        db.Add(invitation);
        db.Add(
            new WaitingInvitation
            {
                Id = invitation.Id,
                District = story.District,
                AddressKey = invitation.EmailKey,
                ExpiresAt = invitation.ExpiresAt,
            }
        );
        db.Happened("invitation.sent", invitation);
    }
}
