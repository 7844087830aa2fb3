using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel;

public sealed record SchoolLine(
    SchoolId Id,
    string Name,
    string? OrgCode,
    string? Town,
    IReadOnlyList<string> Grades,
    int? Students
);

public sealed class SchoolQueries(ThroughlineDb db) : IQueries
{
    public const string Total = "total";

    /// <summary>The district's schools by name, with the latest reported number of students.</summary>
    public async Task<IReadOnlyList<SchoolLine>> All(CancellationToken cancel = default)
    {
        var schools = await db.Set<School>()
            .AsNoTracking()
            .OrderBy(row => row.Name)
            .ToListAsync(cancel);
        var totals = await db.Set<EnrollmentFigure>()
            .AsNoTracking()
            .Where(row => row.Measure == Total)
            .ToListAsync(cancel);
        var latest = totals
            .GroupBy(row => row.SchoolId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.EndYear)!.Count);
        return schools.ConvertAll(row => new SchoolLine(
            row.Id,
            row.Name,
            row.OrgCode,
            row.Town,
            row.GradesServed.Split(',', StringSplitOptions.RemoveEmptyEntries),
            latest.TryGetValue(row.Id, out var students) ? students : null
        ));
    }
}
