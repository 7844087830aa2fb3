using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Where somebody stands in a team: the role, the school or the whole district, the part. One rule for inviting and changing.</summary>
internal static class TeamPlace
{
    public static async Task<List<Refusal>> Check(
        ThroughlineDb db,
        Role? role,
        SchoolId? school,
        string? teamRole,
        CancellationToken cancel
    )
    {
        var refusals = new List<Refusal>();
        if (role is not { } chosen || !Enum.IsDefined(chosen))
        {
            refusals.Add(Outcome.Refused(PeopleSentences.ChooseARole, "Role"));
        }

        if (school is { } id && !await db.Set<School>().AnyAsync(row => row.Id == id, cancel))
        {
            refusals.Add(Outcome.Refused(PeopleSentences.UnknownSchool, "School"));
        }

        if (!string.IsNullOrEmpty(teamRole) && !TeamWords.TeamRoles.Contains(teamRole))
        {
            refusals.Add(Outcome.Refused(PeopleSentences.UnknownTeamRole, "TeamRole"));
        }

        return refusals;
    }

    /// <summary>
    /// Whether somebody else leads. The other leads are saved along, so that two leads who remove each other at the same moment
    /// collide instead of both succeeding.
    /// </summary>
    public static async Task<bool> SomebodyElseLeads(
        ThroughlineDb db,
        Membership leaving,
        CancellationToken cancel
    )
    {
        var others = await db.Set<Membership>()
            .Where(row => row.DistrictId == leaving.DistrictId && row.Id != leaving.Id)
            .Where(row => row.Role == Role.Lead && row.SchoolId == null)
            .ToListAsync(cancel);
        foreach (var lead in others)
        {
            db.Entry(lead).Property(row => row.NameThen).IsModified = true;
        }

        return others.Exists(row => row.PersonId != leaving.PersonId);
    }

    public static bool Leads(Membership row) => row is { Role: Role.Lead, SchoolId: null };
}
