using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Storage;

/// <summary>What gets past the query filters of an object mapper does not get past the other walls.</summary>
public sealed class WallTests
{
    [Theory, EachDatabase]
    public async Task A_foreign_row_that_is_attached_as_ones_own_is_neither_moved_nor_changed(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, foreign) = await AddOther(here);
        var disguised = new School
        {
            DistrictId = here.District,
            Id = foreign,
            Name = "Taken over",
            GradesServed = "6",
        };

        var outcome = await here.In<ThroughlineDb, Outcome<Nothing>>(db =>
            db.Write<Nothing>(
                here.By(here.Lead),
                () =>
                {
#pragma warning disable RS0030 // What the ban is there for.
                    db.Update(disguised);
#pragma warning restore RS0030
                    db.Happened("school.renamed", disguised);
                    return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
                }
            )
        );

        Assert.IsType<Outcome<Nothing>.Conflicting>(outcome);
        Assert.Equal(["Riverside Middle"], await Names(here, other));
        Assert.Equal(["Riverside Middle"], await Names(here, here.District));
    }

    [Theory, EachDatabase]
    public async Task A_foreign_row_that_is_attached_as_it_is_breaches_the_guard(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, foreign) = await AddOther(here);
        var school = new School
        {
            DistrictId = other,
            Id = foreign,
            Name = "Taken over",
            GradesServed = "6",
        };

        await Assert.ThrowsAsync<TenancyBreach>(() =>
            here.Write(
                here.District,
                db =>
                {
#pragma warning disable RS0030 // What the ban is there for.
                    db.Update(school);
#pragma warning restore RS0030
                    db.Happened("school.renamed", school);
                }
            )
        );
        Assert.Equal(["Riverside Middle"], await Names(here, other));
    }

    [Theory, EachDatabase]
    public async Task Bulk_changes_reach_only_ones_own_rows(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, _) = await AddOther(here);

        var (updated, deleted) = await here.In<ThroughlineDb, (int, int)>(async db =>
            (
                await db.Set<School>()
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Town, "Everywhere")),
                await db.Set<Happening>().ExecuteDeleteAsync()
            )
        );

        Assert.Equal(1, updated);
        Assert.Equal(2, deleted);
        Assert.Equal(
            2,
            await here.In<ThroughlineDb, int>(other, null, db => db.Set<Happening>().CountAsync())
        );
        Assert.Equal(
            0,
            await here.In<ThroughlineDb, int>(
                other,
                null,
                db => db.Set<School>().CountAsync(row => row.Town == "Everywhere")
            )
        );
    }

    private static async Task<(DistrictId, SchoolId)> AddOther(TestWorkspace here) =>
        await here.AddDistrict("other", await here.AddPerson("other@example.org", "Other"));

    private static Task<List<string>> Names(TestWorkspace here, DistrictId district) =>
        here.In<ThroughlineDb, List<string>>(
            district,
            null,
            db => db.Set<School>().Select(row => row.Name).ToListAsync()
        );
}
