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

/// <summary>A school as a place to work in.</summary>
public sealed record SchoolPlace(SchoolId Id, string Name);

public sealed class SchoolQueries(ThroughlineDb db) : IQueries
{
    public const string Total = "total";

    public Task<SchoolPlace?> Place(SchoolId id, CancellationToken cancel = default) =>
        db.Set<School>()
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => new SchoolPlace(row.Id, row.Name))
            .FirstOrDefaultAsync(cancel);

    /// <summary>By the state's code.</summary>
    public Task<SchoolPlace?> ByCode(string code, CancellationToken cancel = default) =>
        db.Set<School>()
            .AsNoTracking()
            .Where(row => row.OrgCode == code)
            .Select(row => new SchoolPlace(row.Id, row.Name))
            .FirstOrDefaultAsync(cancel);

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

internal static class SchoolFinding
{
    /// <summary>Null is the system; a school of another district is as unknown as one that never was.</summary>
    public static async Task<bool> KnowsSchool(
        this ThroughlineDb db,
        SchoolId? school,
        CancellationToken cancel
    ) => school is null || await db.Set<School>().AnyAsync(row => row.Id == school, cancel);
}
