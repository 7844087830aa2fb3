using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

public sealed record TeamMember(
    MembershipId Id,
    PersonId Person,
    string Name,
    string Email,
    Role Role,
    SchoolId? SchoolId,
    string? School,
    string? TeamRole,
    int Version
);

public sealed record PendingInvitation(
    InvitationId Id,
    string Email,
    Role Role,
    string? School,
    string? TeamRole,
    string Language,
    DateTime SentAt,
    DateTime ExpiresAt
);

public sealed record SchoolChoice(SchoolId Id, string Name);

/// <summary>What the link of an invitation shows.</summary>
public sealed record InvitationView(
    string District,
    bool IsInvented,
    string InvitedBy,
    string Email,
    string SuggestedName,
    Role Role,
    string? School,
    string? Note,
    PersonId? Person
);

public sealed class TeamQueries(ThroughlineDb db, TimeProvider clock) : IQueries
{
    /// <summary>The members of the district that was entered: those for the whole district first, by name.</summary>
    public async Task<List<TeamMember>> Members(CancellationToken cancel = default)
    {
        var members = await (
            from membership in db.Set<Membership>()
            join person in db.Set<Person>() on membership.PersonId equals person.Id
            join school in db.Set<School>()
                on membership.SchoolId equals (SchoolId?)school.Id
                into schools
            from school in schools.DefaultIfEmpty()
            where membership.DistrictId == db.District
            select new TeamMember(
                membership.Id,
                person.Id,
                person.Name,
                person.Email,
                membership.Role,
                membership.SchoolId,
                school!.Name,
                membership.TeamRole,
                membership.Version
            )
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        return
        [
            .. members
                .OrderBy(row => row.SchoolId is not null)
                .ThenBy(row => row.School, StringComparer.CurrentCulture)
                .ThenBy(row => row.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Sent and not answered, the latest first; those that ran out are among them, to be sent again.</summary>
    public Task<List<PendingInvitation>> Pending(CancellationToken cancel = default) =>
        (
            from invitation in db.Set<Invitation>()
            join school in db.Set<School>()
                on invitation.SchoolId equals (SchoolId?)school.Id
                into schools
            from school in schools.DefaultIfEmpty()
            where invitation.AcceptedAt == null
            orderby invitation.SentAt descending
            select new PendingInvitation(
                invitation.Id,
                invitation.Email,
                invitation.Role,
                school!.Name,
                invitation.TeamRole,
                invitation.Language,
                invitation.SentAt,
                invitation.ExpiresAt
            )
        )
            .AsNoTracking()
            .ToListAsync(cancel);

    /// <summary>Whether an invitation waits for its answer and can still be accepted.</summary>
    public Task<bool> HasInvited(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<Invitation>()
            .AnyAsync(row => row.AcceptedAt == null && row.ExpiresAt > now, cancel);
    }

    public Task<List<SchoolChoice>> Schools(CancellationToken cancel = default) =>
        db.Set<School>()
            .AsNoTracking()
            .OrderBy(row => row.Name)
            .Select(row => new SchoolChoice(row.Id, row.Name))
            .ToListAsync(cancel);

    /// <summary>The name of a member who was just removed, for the offer to undo it.</summary>
    public Task<string?> Removed(MembershipId id, CancellationToken cancel = default) =>
        db.Set<Membership>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .AsNoTracking()
            .Where(row => row.DistrictId == db.District && row.Id == id && row.RemovedAt != null)
            .Select(row => row.NameThen)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Opens the district that the link names for this one reading; null for a link that opens nothing (any more).</summary>
    public async Task<InvitationView?> ByToken(
        string? token,
        PersonId? visitor,
        CancellationToken cancel = default
    )
    {
        if (InvitationToken.Read(token) is not { } read)
        {
            return null;
        }

        await db.Enter(read.District, visitor, cancel);
        var (hash, now) = (read.Hash, clock.GetUtcNow().UtcDateTime);
        var found = await db.Set<Invitation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.TokenHash == hash && row.AcceptedAt == null && row.ExpiresAt > now,
                cancel
            );
        var view = found is null ? null : await View(found, cancel);
        await db.Enter(null, visitor, cancel);
        return view;
    }

    private async Task<InvitationView> View(Invitation invitation, CancellationToken cancel)
    {
        var district = await db.Set<District>()
            .AsNoTracking()
            .FirstAsync(row => row.Id == invitation.DistrictId, cancel);
        var people = await db.Set<Person>()
            .AsNoTracking()
            .Where(row => row.Id == invitation.InvitedBy || row.EmailKey == invitation.EmailKey)
            .ToListAsync(cancel);
        var school = await db.Set<School>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == invitation.SchoolId, cancel);
        return new InvitationView(
            district.Name,
            district.IsInvented,
            people.Find(row => row.Id == invitation.InvitedBy)?.Name ?? "Throughline",
            invitation.Email,
            invitation.SuggestedName,
            invitation.Role,
            school?.Name,
            invitation.Note,
            people.Find(row => row.EmailKey == invitation.EmailKey)?.Id
        );
    }
}
