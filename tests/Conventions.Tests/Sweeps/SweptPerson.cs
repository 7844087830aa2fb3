using Throughline.Kernel;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>Somebody who stands at the district's doors, and what they are there: no role is no member.</summary>
public sealed record SweptPerson(string Name, Visitor Visitor, Role? Role, SchoolId? School = null)
{
    /// <summary>A school's member has the role at that school and reads the rest.</summary>
    public Role? RoleAt(SchoolId? place) =>
        Role is null || School is null || School == place ? Role : Kernel.Role.Reader;

    /// <summary>One of each kind, whose sessions stand before the sweep begins.</summary>
    public static async Task<List<SweptPerson>> Gather(SweptInstallation here)
    {
        var people = new List<SweptPerson>();
        foreach (var role in new[] { Kernel.Role.Reader, Kernel.Role.Reviewer, Kernel.Role.Editor })
        {
            var person = await here.Workspace.AddPerson($"{role}@roles.example", $"Robin {role}");
            await here.Workspace.AddMember(here.District, person, role);
            people.Add(new($"the {role}", await here.Visit(person), role));
        }

        var school = SchoolId.From(here.Twin.IdsIn("school")[0]);
        foreach (var role in new[] { Kernel.Role.Editor, Kernel.Role.Lead })
        {
            var person = await here.Workspace.AddPerson(
                $"school-{role}@roles.example",
                $"Sky {role}"
            );
            await here.Workspace.AddMember(here.District, person, role, school);
            people.Add(new($"a school's {role}", await here.Visit(person), role, school));
        }

        people.Add(new("somebody removed", await here.Visit(await Removed(here)), null));
        var invited = await here.Workspace.AddPerson(
            "waiting@marlowfalls.example",
            "Indra Invited"
        );
        people.Add(new("somebody invited", await here.Visit(invited), null));
        people.Add(
            new("the lead of another district", await here.Visit(await OtherLead(here)), null)
        );
        return people;
    }

    private static async Task<PersonId> Removed(SweptInstallation here)
    {
        var person = await here.Workspace.AddPerson("removed@roles.example", "Fran Former");
        await here.Workspace.AddMember(here.District, person, Kernel.Role.Lead);
        await here.Workspace.Write(
            here.District,
            db =>
            {
                var membership = db.Set<Membership>().Single(row => row.PersonId == person);
                membership.Remove(here.Workspace.By(here.Lead));
                db.Happened("membership.removed", membership);
            }
        );
        return person;
    }

    private static Task<PersonId> OtherLead(SweptInstallation here) =>
        Task.FromResult(PersonId.From(here.Twin.Counterparts[here.Lead.Value]));
}
