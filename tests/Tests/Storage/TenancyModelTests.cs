using CsCheck;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Storage;

/// <summary>Three districts in one database, compared after each step with three dictionaries that know nothing of one another.</summary>
public sealed class TenancyModelTests
{
    private const int Districts = 3;

    public enum Kind
    {
        Add,
        Rename,
        Remove,
        BringBack,
        Read,
        RenameForeign,
        AttachForeign,
        RenameAll,
    }

    /// <summary>In which district, which of its schools (or of the next district's), under which name.</summary>
    public sealed record Step(Kind Kind, int District, int Which, int Name);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Enum<Kind>()
        from district in Gen.Int[0, Districts - 1]
        from which in Gen.Int[0, 20]
        from name in Gen.Int[0, 1000]
        select new Step(kind, district, which, name);

    [Theory, EachDatabase]
    public Task Whatever_is_done_each_district_is_as_if_it_were_alone(DatabaseKind kind) =>
        Check.SampleAsync(
            Steps.Array[200],
            async steps =>
            {
                await using var here = await TestWorkspace.Create(kind);
                var model = new Model(here);
                await model.Begin();
                foreach (var step in steps)
                {
                    await model.Do(step);
                }

                for (var district = 0; district < Districts; district++)
                {
                    await model.Compare(district);
                }
            },
            iter: 10,
            threads: 1
        );

    private sealed class Model(TestWorkspace here)
    {
        private readonly DistrictId[] ids = new DistrictId[Districts];
        private readonly Dictionary<SchoolId, (string Name, bool Removed)>[] expected =
        [
            .. Enumerable
                .Range(0, Districts)
                .Select(_ => new Dictionary<SchoolId, (string, bool)>()),
        ];

        public async Task Begin()
        {
            for (var i = 0; i < Districts; i++)
            {
                (ids[i], var school) = await here.AddDistrict("d" + i, here.Lead);
                expected[i][school] = ("Riverside Middle", false);
            }
        }

        public async Task Do(Step step)
        {
            var own = expected[step.District];
            var next = expected[(step.District + 1) % Districts];
            var mine = own.Keys.ElementAt(step.Which % own.Count);
            var foreign = next.Keys.ElementAt(step.Which % next.Count);
            var name = "School " + step.Name;
            switch (step.Kind)
            {
                case Kind.Add:
                    var added = Id.New<SchoolId>();
                    Assert.True(await Add(step.District, added, name));
                    own[added] = (name, false);
                    break;
                case Kind.Rename:
                    Assert.Equal(
                        !own[mine].Removed,
                        await Change(step.District, mine, school => school.Name = name)
                    );
                    own[mine] = own[mine].Removed ? own[mine] : (name, false);
                    break;
                case Kind.Remove:
                    await Change(step.District, mine, school => school.Remove(By));
                    own[mine] = (own[mine].Name, true);
                    break;
                case Kind.BringBack:
                    Assert.True(
                        await Change(step.District, mine, school => school.BringBack(), true)
                    );
                    own[mine] = (own[mine].Name, false);
                    break;
                case Kind.Read:
                    await Compare(step.District);
                    break;
                case Kind.RenameForeign:
                    Assert.False(
                        await Change(step.District, foreign, school => school.Name = name, true)
                    );
                    break;
                case Kind.AttachForeign:
                    Assert.False(await Attach(step.District, foreign, name));
                    break;
                case Kind.RenameAll:
                    await In(
                        step.District,
                        db =>
                            db.Set<School>()
                                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Town, name))
                    );
                    break;
            }
        }

        public async Task Compare(int district)
        {
            var stored = await In(
                district,
                db =>
                    db.Set<School>()
                        .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                        .AsNoTracking()
                        .ToDictionaryAsync(
                            row => row.Id,
                            row => (row.Name, row.RemovedAt is not null)
                        )
            );
            Assert.Equal(expected[district].Count, stored.Count);
            Assert.All(expected[district], row => Assert.Equal(row.Value, stored[row.Key]));
        }

        private Doing By => here.By(here.Lead);

        private Task<bool> Add(int district, SchoolId id, string name) =>
            Write(
                district,
                db =>
                {
                    var school = Named(ids[district], id, name);
                    db.Add(school);
                    db.Happened("school.listed", school);
                    return Task.FromResult(true);
                }
            );

        private Task<bool> Change(
            int district,
            SchoolId id,
            Action<School> change,
            bool removedToo = false
        ) =>
            Write(
                district,
                async db =>
                {
                    var schools = removedToo
                        ? db.Set<School>().IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                        : db.Set<School>();
                    if (await schools.FirstOrDefaultAsync(row => row.Id == id) is not { } school)
                    {
                        return false;
                    }

                    change(school);
                    db.Happened("school.changed", school);
                    return true;
                }
            );

        private Task<bool> Attach(int district, SchoolId foreign, string name) =>
            Write(
                district,
                db =>
                {
                    var school = Named(ids[district], foreign, name);
#pragma warning disable RS0030 // What the ban is there for.
                    db.Update(school);
#pragma warning restore RS0030
                    db.Happened("school.changed", school);
                    return Task.FromResult(true);
                }
            );

        private async Task<bool> Write(int district, Func<ThroughlineDb, Task<bool>> change) =>
            await In(
                district,
                db =>
                    db.Write<Nothing>(
                        By,
                        async () => await change(db) ? Outcome.Done : Outcome.Unknown
                    )
            ) is Outcome<Nothing>.Done;

        private Task<T> In<T>(int district, Func<ThroughlineDb, Task<T>> run) =>
            here.In(ids[district], here.Lead, run);

        private static School Named(DistrictId district, SchoolId id, string name) =>
            new()
            {
                DistrictId = district,
                Id = id,
                Name = name,
                GradesServed = "6",
            };
    }
}
