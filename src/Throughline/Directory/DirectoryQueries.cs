using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Directory;

public sealed record FoundDistrict(
    string Key,
    string Name,
    string? Town,
    string? State,
    int Schools,
    int Pupils,
    int EndYear
);

public sealed record SchoolPreview(
    string Key,
    string Name,
    string? Town,
    string GradesServed,
    IReadOnlyDictionary<string, int> Figures
)
{
    public int? Pupils => Figures.TryGetValue(Measures.Total, out var total) ? total : null;
}

public sealed record DistrictPreview(
    FoundDistrict District,
    string Code,
    IReadOnlyList<SchoolPreview> Schools
)
{
    /// <summary>A measure over all schools that report it; null where none does.</summary>
    public int? Sum(string measure)
    {
        var reported = Schools.Where(school => school.Figures.ContainsKey(measure)).ToList();
        return reported.Count == 0 ? null : reported.Sum(school => school.Figures[measure]);
    }
}

public sealed class DirectoryQueries(ThroughlineDb db) : IQueries
{
    public const int PageSize = 20;

    public Task<bool> IsEmpty(CancellationToken cancel = default) =>
        db.Set<ListedDistrict>().AllAsync(_ => false, cancel);

    /// <summary>Districts whose name begins with the text come first, then those where it stands anywhere.</summary>
    public async Task<List<FoundDistrict>> Search(string text, CancellationToken cancel = default)
    {
        var wanted = SearchText.Of(text).Trim();
        if (wanted.Length < 2)
        {
            return [];
        }

        var found = await db.Set<ListedDistrict>()
            .AsNoTracking()
            .Where(row => row.SearchText.Contains(wanted))
            .OrderBy(row => row.SearchText.StartsWith(wanted) ? 0 : 1)
            .ThenBy(row => row.Name)
            .Take(PageSize)
            .Select(row => new FoundDistrict(
                row.Key,
                row.Name,
                row.Town,
                row.State,
                row.Schools,
                row.Pupils,
                row.EndYear
            ))
            .ToListAsync(cancel);
        return found;
    }

    public async Task<DistrictPreview?> Preview(string key, CancellationToken cancel = default)
    {
        var district = await db.Set<ListedDistrict>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Key == key, cancel);
        if (district is null)
        {
            return null;
        }

        var schools = await (
            from school in db.Set<ListedSchool>()
            where school.DistrictKey == key
            join figures in db.Set<ListedFigures>().Where(row => row.EndYear == district.EndYear)
                on school.Key equals figures.SchoolKey
                into reported
            from figures in reported.DefaultIfEmpty()
            orderby school.Name
            select new { school, figures }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        return new DistrictPreview(
            new FoundDistrict(
                district.Key,
                district.Name,
                district.Town,
                district.State,
                district.Schools,
                district.Pupils,
                district.EndYear
            ),
            district.Code,
            schools.ConvertAll(row => new SchoolPreview(
                row.school.Key,
                row.school.Name,
                row.school.Town,
                row.school.GradesServed,
                row.figures is null ? [] : Measures.FromJson(row.figures.Figures)
            ))
        );
    }
}
