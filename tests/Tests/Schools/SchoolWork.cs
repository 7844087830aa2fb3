using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Schools;

/// <summary>Members of every kind, for the tests of whose it is to write.</summary>
internal static class SchoolWork
{
    public static async Task<PersonId> Member(
        this TestWorkspace here,
        Role role,
        SchoolId? school,
        string name = "Morgan Member"
    )
    {
        var person = await here.AddPerson($"{Guid.CreateVersion7():n}@marlowfalls.example", name);
        await here.AddMember(here.District, person, role, school);
        return person;
    }

    public static Task Remove(this TestWorkspace here, PersonId person) =>
        here.Write(
            here.District,
            db =>
            {
                var membership = db.Set<Membership>().Single(row => row.PersonId == person);
                membership.Remove(here.By(here.Lead));
                db.Happened("membership.ended", membership);
            }
        );
}
