using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.People;

/// <summary>Invites one or several people. Either all of them, or none and a sentence for each line that is wrong.</summary>
public sealed class InviteToTeam(ThroughlineDb db, LanguageFiles languages) : IUseCase
{
    public const int MaxAtOnce = 100;

    public sealed record Input(
        string? Addresses,
        Role? Role,
        SchoolId? School,
        string? TeamRole,
        string? Language,
        string? Note,
        string Site
    );

    /// <summary>How many invitations went out.</summary>
    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var refusals = await Refusals(input, cancel);
                var (lines, wrong) =
                    (input.Addresses ?? "").Length > AddressList.MaxLength
                        ? ([], [])
                        : AddressList.Read(input.Addresses, nameof(input.Addresses));
                refusals.AddRange(wrong);
                refusals.AddRange(await Known(lines, doing.When, cancel));
                if (lines.Count + wrong.Count == 0)
                {
                    var isLong = (input.Addresses ?? "").Length > AddressList.MaxLength;
                    refusals.Insert(
                        0,
                        Outcome.Refused(
                            isLong
                                ? PeopleSentences.TooManyAddresses
                                : PeopleSentences.EnterAddresses,
                            nameof(input.Addresses)
                        )
                    );
                }
                else if (lines.Count > MaxAtOnce)
                {
                    refusals =
                    [
                        Outcome.Refused(PeopleSentences.TooManyAddresses, nameof(input.Addresses)),
                    ];
                }

                if (refusals.Count > 0)
                {
                    return refusals.Take(50).ToList();
                }

                foreach (var line in lines)
                {
                    if (await Invite(line, input, doing, cancel) is { } tooMany)
                    {
                        return tooMany;
                    }
                }

                return lines.Count;
            },
            cancel
        );

    private async Task<Refusal?> Invite(
        AddressLine line,
        Input input,
        Doing doing,
        CancellationToken cancel
    )
    {
        var invitation = new Invitation
        {
            DistrictId = db.District!.Value,
            Id = Id.New<InvitationId>(),
            Email = line.Email,
            EmailKey = Person.KeyOf(line.Email),
            SuggestedName = line.Name,
            Role = input.Role!.Value,
            SchoolId = input.School,
            TeamRole = string.IsNullOrEmpty(input.TeamRole) ? null : input.TeamRole,
            Language = languages.Match(input.Language),
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
            InvitedBy = doing.Who,
        };
        db.Add(invitation);
        db.Happened("invitation.sent", invitation);
        return
            await InvitationSending.Send(db, languages, invitation, input.Site, doing, cancel)
                is { } refused
            ? refused with
            {
                Field = nameof(input.Addresses),
            }
            : null;
    }

    private async Task<List<Refusal>> Refusals(Input input, CancellationToken cancel)
    {
        var refusals = await TeamPlace.Check(db, input.Role, input.School, input.TeamRole, cancel);
        if (!languages.Tags.Contains(input.Language))
        {
            refusals.Add(Outcome.Refused(PeopleSentences.UnknownLanguage, nameof(input.Language)));
        }

        if ((input.Note ?? "").Length > Invitation.MaxNoteLength)
        {
            refusals.Add(Outcome.Refused(PeopleSentences.NoteTooLong, nameof(input.Note)));
        }

        return refusals;
    }

    private async Task<List<Refusal>> Known(
        List<AddressLine> lines,
        DateTime now,
        CancellationToken cancel
    )
    {
        var keys = lines.ConvertAll(line => Person.KeyOf(line.Email));
        var members = await (
            from membership in db.Set<Membership>()
            join person in db.Set<Person>() on membership.PersonId equals person.Id
            where membership.DistrictId == db.District && keys.Contains(person.EmailKey)
            select person.EmailKey
        ).ToListAsync(cancel);
        var invited = await db.Set<Invitation>()
            .Where(row =>
                row.AcceptedAt == null && row.ExpiresAt > now && keys.Contains(row.EmailKey)
            )
            .Select(row => row.EmailKey)
            .ToListAsync(cancel);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        foreach (var line in lines)
        {
            var key = Person.KeyOf(line.Email);
            var sentence =
                !seen.Add(key) ? PeopleSentences.LineIsTwice(line.Line, line.Email)
                : members.Contains(key) ? PeopleSentences.LineIsMember(line.Line, line.Email)
                : invited.Contains(key) ? PeopleSentences.LineIsInvited(line.Line, line.Email)
                : null;
            if (sentence is not null)
            {
                refusals.Add(Outcome.Refused(sentence, nameof(Input.Addresses)));
            }
        }

        return refusals;
    }
}
