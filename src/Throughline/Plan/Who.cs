using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>A person of the team, or a role or group in words.</summary>
public sealed record Who(string Name, MembershipId? Member = null);

public sealed record TeamMember(
    MembershipId Id,
    PersonId PersonId,
    string Name,
    Role Role,
    SchoolId? SchoolId
)
{
    public Role RoleAt(SchoolId? school) => Role.At(SchoolId, school);
}

/// <summary>The people of the district, found by the names that others write.</summary>
public sealed class Team(IReadOnlyList<TeamMember> members)
{
    public IReadOnlyList<TeamMember> Members => members;

    public static Task<Team> Of(ThroughlineDb db, CancellationToken cancel = default) =>
        db.Once("plan.team", () => Read(db, cancel));

    private static async Task<Team> Read(ThroughlineDb db, CancellationToken cancel) =>
        new(
            await (
                from membership in db.Set<Membership>()
                join person in db.Set<Person>() on membership.PersonId equals person.Id
                where membership.DistrictId == db.District
                orderby person.Name
                select new TeamMember(
                    membership.Id,
                    person.Id,
                    person.Name,
                    membership.Role,
                    membership.SchoolId
                )
            )
                .AsNoTracking()
                .ToListAsync(cancel)
        );

    /// <summary>A name that is exactly one member's is that member; everything else is a role in words.</summary>
    public Who? Find(string? written)
    {
        if (PlanText.Clean(written) is not { } name)
        {
            return null;
        }

        var found = members
            .Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Take(2)
            .ToList();
        return found is [var one] ? new Who(one.Name, one.Id) : new Who(name);
    }

    public TeamMember? Member(MembershipId? id) =>
        id is null ? null : members.FirstOrDefault(member => member.Id == id);

    /// <summary>Today's name of a member; the name then, of one who left.</summary>
    public string? NameOf(MembershipId? id, string? then) => Member(id)?.Name ?? then;

    public HashSet<MembershipId> MembershipsOf(PersonId person) =>
        [.. members.Where(member => member.PersonId == person).Select(member => member.Id)];
}
