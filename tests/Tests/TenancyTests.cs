using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests;

public sealed class TenancyTests
{
    [Theory, EachDatabase]
    public async Task A_district_reads_only_its_own_rows(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, _) = await here.AddDistrict(
            "other",
            await here.AddPerson("other@example.org", "Other")
        );

        var mine = await here.In<ThroughlineDb, List<School>>(db => db.Set<School>().ToListAsync());
        var theirs = await here.In<ThroughlineDb, List<School>>(
            other,
            null,
            db => db.Set<School>().ToListAsync()
        );

        Assert.Equal(here.District, Assert.Single(mine).DistrictId);
        Assert.Equal(other, Assert.Single(theirs).DistrictId);
    }

    [Theory, EachDatabase]
    public async Task A_row_of_another_district_cannot_be_written(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (other, _) = await here.AddDistrict(
            "other",
            await here.AddPerson("other@example.org", "Other")
        );
        var school = new School
        {
            DistrictId = other,
            Id = Id.New<SchoolId>(),
            Name = "Slipped in",
            GradesServed = "6",
        };

        await Assert.ThrowsAsync<TenancyBreach>(() =>
            here.Write(
                here.District,
                db =>
                {
                    db.Add(school);
                    db.Happened("school.listed", school);
                }
            )
        );
    }

    [Fact]
    public async Task PostgreSQL_itself_hides_other_districts_even_where_the_filter_is_lifted()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Postgres);
        await here.AddDistrict("other", await here.AddPerson("other@example.org", "Other"));

        var seen = await here.In<ThroughlineDb, List<School>>(db =>
            db.Set<School>().IgnoreQueryFilters().ToListAsync()
        );
        var nowhere = await here.In<ThroughlineDb, List<School>>(
            null,
            null,
            db => db.Set<School>().IgnoreQueryFilters().ToListAsync()
        );

        Assert.Equal(here.District, Assert.Single(seen).DistrictId);
        Assert.Empty(nowhere);
    }

    [Theory, EachDatabase]
    public async Task A_change_without_a_history_is_refused(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            here.Write(here.District, db => db.Set<School>().First().Name = "Renamed in silence")
        );
    }
}
