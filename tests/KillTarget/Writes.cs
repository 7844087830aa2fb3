using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.KillTarget;

/// <summary>Writes of several kinds, as a use case does them: each leaves its number as the reason of its happening.</summary>
public static class Writes
{
    public static readonly DistrictId District = new(
        new Guid("0199aaaa-0000-7000-8000-000000000001")
    );
    public static readonly SchoolId First = new(new Guid("0199aaaa-0000-7000-8000-000000000002"));

    /// <summary>A new school comes with this many figures, in the same write.</summary>
    public const int Figures = 3;

    public static void MapTo(WebApplication app)
    {
        app.MapPost(
            "/write/{number:int}",
            async (int number, ThroughlineDb db, TimeProvider clock) =>
            {
                await db.Enter(District, null);
                var by = Doing.ByServer(clock.GetUtcNow().UtcDateTime, "write-" + number);
                return await Write(db, number, by) is Outcome<Nothing>.Done
                    ? Results.Ok()
                    : Results.Conflict();
            }
        );
        app.MapPost(
            "/slow/{number:int}",
            async (int number, ThroughlineDb db, TimeProvider clock) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(2));
                await db.Enter(District, null);
                var by = Doing.ByServer(clock.GetUtcNow().UtcDateTime, "write-" + number);
                return await Write(db, number, by) is Outcome<Nothing>.Done
                    ? Results.Ok()
                    : Results.Conflict();
            }
        );
    }

    /// <summary>One district with one school, made once.</summary>
    public static async Task Begin(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await db.Enter(District, null);
        await db.Write<Nothing>(
            Doing.ByServer(now),
            async () =>
            {
                if (await db.Set<District>().AnyAsync(row => row.Id == District))
                {
                    return Outcome.Unknown;
                }

                db.Add(
                    new District
                    {
                        Id = District,
                        Slug = "marlow-falls",
                        Name = "Marlow Falls Public Schools",
                        State = "MA",
                        FoundedAt = now,
                        IsInvented = true,
                    }
                );
                AddSchool(db, First, "school.listed");
                return Outcome.Done;
            }
        );
    }

    private static Task<Outcome<Nothing>> Write(ThroughlineDb db, int number, Doing by) =>
        db.Write<Nothing>(
            by,
            async () =>
            {
                if (number % 3 == 0)
                {
                    AddSchool(db, Id.New<SchoolId>(), "school.listed");
                    return Outcome.Done;
                }

                var school = await db.Set<School>()
                    .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                    .FirstAsync(row => row.Id == First);
                if (number % 3 == 1)
                {
                    school.Name = "Name " + number;
                    db.Happened("school.renamed", school);
                }
                else if (school.RemovedAt is null)
                {
                    school.Remove(by);
                    db.Happened("school.removed", school);
                }
                else
                {
                    school.BringBack();
                    db.Happened("school.brought-back", school);
                }

                return Outcome.Done;
            }
        );

    private static void AddSchool(ThroughlineDb db, SchoolId id, string kind)
    {
        var school = new School
        {
            DistrictId = District,
            Id = id,
            Name = "School",
            GradesServed = "6,7,8",
        };
        db.Add(school);
        for (var year = 0; year < Figures; year++)
        {
            db.Add(
                new EnrollmentFigure
                {
                    DistrictId = District,
                    Id = Id.New<EnrollmentFigureId>(),
                    SchoolId = id,
                    EndYear = 2024 + year,
                    Measure = "total",
                    Count = 100,
                }
            );
        }

        db.Happened(kind, school);
    }
}
