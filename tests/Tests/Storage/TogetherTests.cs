using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Storage;

public sealed class TogetherTests
{
    [Theory, EachDatabase]
    public async Task Writes_made_together_are_stored_without_the_one_that_was_refused(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var before = await Names(here);

        var after = await here.In<ThroughlineDb, List<string>>(async db =>
        {
            await db.Together(
                async () =>
                {
                    await Add(here, db, "First");
                    await Add(here, db, "Refused", isRefused: true);
                    await Add(here, db, "Last");
                },
                CancellationToken.None
            );
            // The context goes on reading its district afterwards.
            return await db.Set<School>().Select(school => school.Name).ToListAsync();
        });

        Assert.Equal([.. before.Append("First").Append("Last").Order()], after.Order());
        Assert.Equal(after.Order(), (await Names(here)).Order());
    }

    [Theory, EachDatabase]
    public async Task Writes_made_together_that_are_broken_off_leave_nothing(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var before = await Names(here);

        await here.In<ThroughlineDb, bool>(async db =>
        {
            await Assert.ThrowsAsync<InvalidDataException>(() =>
                db.Together(
                    async () =>
                    {
                        await Add(here, db, "First");
                        throw new InvalidDataException();
                    },
                    CancellationToken.None
                )
            );
            await Add(here, db, "Alone");
            return true;
        });

        Assert.Equal([.. before.Append("Alone").Order()], (await Names(here)).Order());
    }

    private static Task<Outcome<Nothing>> Add(
        TestWorkspace here,
        ThroughlineDb db,
        string name,
        bool isRefused = false
    ) =>
        db.Write<Nothing>(
            here.By(here.Lead),
            () =>
            {
                var school = new School
                {
                    DistrictId = here.District,
                    Id = Id.New<SchoolId>(),
                    Name = name,
                    GradesServed = "6",
                };
                db.Add(school);
                db.Happened("school.listed", school);
                return Task.FromResult<Outcome<Nothing>>(
                    isRefused ? Outcome.Unknown : Outcome.Done
                );
            }
        );

    private static Task<List<string>> Names(TestWorkspace here) =>
        here.In<ThroughlineDb, List<string>>(db =>
            db.Set<School>().Select(school => school.Name).ToListAsync()
        );
}
