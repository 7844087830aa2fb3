using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Directory.Reading;
using Throughline.Kernel;

namespace Throughline.Directory;

/// <summary>Stores what a directory file says. Running it twice changes nothing the second time.</summary>
public sealed class ImportDirectory(ThroughlineDb db) : IUseCase
{
    /// <returns>What was not taken over because of what is stored already.</returns>
    public Task<Outcome<IReadOnlyList<LeftOutColumn>>> Do(
        IReadOnlyList<DirectoryReading> readings,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<IReadOnlyList<LeftOutColumn>>(
            doing,
            async () =>
            {
                var leftOut = new List<LeftOutColumn>();
                foreach (var reading in readings)
                {
                    await Store(reading, leftOut, cancel);
                }

                return leftOut;
            },
            cancel
        );

    private async Task Store(
        DirectoryReading reading,
        List<LeftOutColumn> leftOut,
        CancellationToken cancel
    )
    {
        var staying = await Staying(reading, cancel);
        if (staying.Count > 0)
        {
            leftOut.Add(
                new LeftOutColumn(
                    Measures.Total,
                    DirectorySentences.SmallChange(reading.SmallestGroup!.Value),
                    staying.Count
                )
            );
        }

        var schools = reading
            .Schools.Select(school => new Stored(school, staying.GetValueOrDefault(school.Code)))
            .ToLookup(one => one.School.DistrictCode);
        await db.Upsert(
            reading.Districts.Select(district => Listed(reading, district, schools[district.Code])),
            cancel
        );
        await db.Upsert(reading.Schools.Select(school => Listed(reading, school)), cancel);
        await db.Upsert(
            schools.SelectMany(one => one).Select(one => Figures(reading, one)),
            cancel
        );
    }

    /// <summary>A school with the figures that stand after the import.</summary>
    private sealed record Stored(DirectorySchool School, Dictionary<string, int>? Staying)
    {
        public Dictionary<string, int> Figures => Staying ?? new(Measures.Of(School.Figures));

        public int Pupils =>
            Staying?.GetValueOrDefault(Measures.Total) ?? School.Figures.Pupils ?? 0;
    }

    /// <summary>The figures, by school, that a roster's may not follow. What a source publishes takes the place of what it published.</summary>
    private async Task<Dictionary<string, Dictionary<string, int>>> Staying(
        DirectoryReading reading,
        CancellationToken cancel
    )
    {
        if (reading.SmallestGroup is not { } smallest)
        {
            return [];
        }

        var prefix = Key(reading, "");
        var stored = await db.Set<ListedFigures>()
            .AsNoTracking()
            .Where(row => row.EndYear == reading.EndYear && row.SchoolKey.StartsWith(prefix))
            .ToDictionaryAsync(row => row.SchoolKey, row => row.Figures, cancel);
        return reading
            .Schools.Where(school => stored.ContainsKey(Key(reading, school.Code)))
            .Select(school => new
            {
                school.Code,
                Before = Measures.FromJson(stored[Key(reading, school.Code)]),
                After = new Dictionary<string, int>(Measures.Of(school.Figures)),
            })
            .Where(both => !RosterDisclosure.MayFollow(both.Before, both.After, smallest))
            .ToDictionary(both => both.Code, both => both.Before, StringComparer.Ordinal);
    }

    private static string Key(DirectoryReading reading, string code) => reading.Format + ":" + code;

    private static ListedDistrict Listed(
        DirectoryReading reading,
        DirectoryDistrict district,
        IEnumerable<Stored> schools
    ) =>
        new()
        {
            Key = Key(reading, district.Code),
            Code = district.Code,
            Name = district.Name,
            Town = district.Town,
            State = district.State,
            EndYear = reading.EndYear,
            Schools = schools.Count(),
            Pupils = schools.Sum(one => one.Pupils),
            SearchText = SearchText.Of([
                district.Name,
                district.Town,
                district.Code,
                .. schools.Select(one => one.School.Name),
            ]),
        };

    private static ListedSchool Listed(DirectoryReading reading, DirectorySchool school) =>
        new()
        {
            Key = Key(reading, school.Code),
            DistrictKey = Key(reading, school.DistrictCode),
            Code = school.Code,
            Name = school.Name,
            Kind = school.Kind.ToString(),
            Town = school.Town,
            Zip = school.Zip,
            GradesServed = school.GradesServed.ToString(),
        };

    private static ListedFigures Figures(DirectoryReading reading, Stored stored) =>
        new()
        {
            SchoolKey = Key(reading, stored.School.Code),
            EndYear = reading.EndYear,
            Figures = Measures.ToJson(stored.Figures),
        };
}
