using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

public sealed record EquityView(
    EquityGoalId Id,
    string Statement,
    int Version,
    IReadOnlyList<SubgroupView> Groups,
    IReadOnlyList<RevisitView> Revisits
);

public sealed record SubgroupView(
    EquitySubgroupId Id,
    string Measure,
    string? Grades,
    GroupCount Count
);

public sealed record RevisitView(DateOnly On, RevisitResult Result, string Reason, string? Who);

public sealed class EquityQueries(ThroughlineDb db, NameQueries people) : IQueries
{
    private const string Total = "total";

    /// <summary>A measure that counts a group of students, not a grade or everybody.</summary>
    public static bool IsGroup(string? measure) =>
        measure is not null
        && measure.Contains(':', StringComparison.Ordinal)
        && !measure.StartsWith("grade:", StringComparison.Ordinal);

    public async Task<EquityView?> Current(CancellationToken cancel = default)
    {
        var scope = Vision.ScopeOf(null);
        var goal = await db.Set<EquityGoal>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
        if (goal is null)
        {
            return null;
        }

        var groups = await db.Set<EquitySubgroup>()
            .AsNoTracking()
            .Where(row => row.EquityGoalId == goal.Id)
            .OrderBy(row => row.Measure)
            .ThenBy(row => row.Grades)
            .ToListAsync(cancel);
        var counts = await CountsOf([.. groups.Select(group => group.Measure).Distinct()], cancel);
        return new EquityView(
            goal.Id,
            goal.Statement,
            goal.Version,
            [
                .. groups.Select(group => new SubgroupView(
                    group.Id,
                    group.Measure,
                    group.Grades,
                    counts[group.Measure]
                )),
            ],
            await RevisitsOf(goal.Id.Value, cancel)
        );
    }

    /// <summary>The groups that the directory counts in this district.</summary>
    public async Task<IReadOnlyList<string>> Measures(CancellationToken cancel = default)
    {
        var all = await db.Set<EnrollmentFigure>()
            .AsNoTracking()
            .Select(row => row.Measure)
            .Distinct()
            .ToListAsync(cancel);
        return [.. all.Where(IsGroup).Order(StringComparer.Ordinal)];
    }

    /// <summary>The same by the names that questionnaires have for them (<c>group:female</c> is <c>female</c>), with their counts.</summary>
    public async Task<IReadOnlyDictionary<string, (string Measure, GroupCount Count)>> CountsByName(
        CancellationToken cancel = default
    )
    {
        var measures = await Measures(cancel);
        var counts = await CountsOf(measures, cancel);
        return measures.ToDictionary(
            measure => measure.Split(':')[^1],
            measure => (measure, counts[measure]),
            StringComparer.Ordinal
        );
    }

    public async Task<IReadOnlyList<RevisitView>> RevisitsOf(
        Guid subject,
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<Revisit>()
            .AsNoTracking()
            .Where(row => row.SubjectId == subject)
            .OrderByDescending(row => row.On)
            .ThenByDescending(row => row.When)
            .ToListAsync(cancel);
        var names = await people.Of(rows.Select(row => (PersonId?)row.Who), cancel);
        return
        [
            .. rows.Select(row => new RevisitView(
                row.On,
                row.Result,
                row.Reason,
                names.GetValueOrDefault(row.Who)
            )),
        ];
    }

    /// <summary>Of the latest year in which any school gave the measure, over the schools that gave it and their whole.</summary>
    public async Task<IReadOnlyDictionary<string, GroupCount>> CountsOf(
        IReadOnlyList<string> measures,
        CancellationToken cancel = default
    )
    {
        string[] wanted = [.. measures, Total];
        var schools = await db.Set<School>().CountAsync(cancel);
        var figures = await db.Set<EnrollmentFigure>()
            .AsNoTracking()
            .Where(row => wanted.Contains(row.Measure))
            .Select(row => new
            {
                row.SchoolId,
                row.EndYear,
                row.Measure,
                row.Count,
            })
            .ToListAsync(cancel);
        var wholes = figures
            .Where(row => row.Measure == Total)
            .ToDictionary(row => (row.SchoolId, row.EndYear), row => row.Count);
        var counts = new Dictionary<string, GroupCount>(StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            var given = figures
                .Where(row =>
                    row.Measure == measure && wholes.ContainsKey((row.SchoolId, row.EndYear))
                )
                .GroupBy(row => row.EndYear)
                .MaxBy(year => year.Key)
                ?.ToList();
            counts[measure] = given is null
                ? GroupCount.Unknown(schools)
                : GroupCount.Of(
                    given.Sum(row => row.Count),
                    given.Sum(row => wholes[(row.SchoolId, row.EndYear)]),
                    given[0].EndYear,
                    given.Count,
                    schools
                );
        }

        return GroupCount.Protect(counts);
    }
}
