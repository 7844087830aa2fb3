using Throughline.Data;
using Throughline.Directory.Reading;
using Throughline.Kernel;

namespace Throughline.Directory;

/// <summary>Stores what a directory file says. Running it twice changes nothing the second time.</summary>
public sealed class ImportDirectory(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        IReadOnlyList<DirectoryReading> readings,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                foreach (var reading in readings)
                {
                    await Store(reading, cancel);
                }

                return Outcome.Done;
            },
            cancel
        );

    private async Task Store(DirectoryReading reading, CancellationToken cancel)
    {
        var schools = reading.Schools.ToLookup(school => school.DistrictCode);
        await db.Upsert(
            reading.Districts.Select(district => Listed(reading, district, schools[district.Code])),
            cancel
        );
        await db.Upsert(reading.Schools.Select(school => Listed(reading, school)), cancel);
        await db.Upsert(reading.Schools.Select(school => Figures(reading, school)), cancel);
    }

    private static string Key(DirectoryReading reading, string code) => reading.Format + ":" + code;

    private static ListedDistrict Listed(
        DirectoryReading reading,
        DirectoryDistrict district,
        IEnumerable<DirectorySchool> schools
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
            Pupils = schools.Sum(school => school.Figures.Pupils ?? 0),
            SearchText = SearchText.Of([
                district.Name,
                district.Town,
                district.Code,
                .. schools.Select(school => school.Name),
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

    private static ListedFigures Figures(DirectoryReading reading, DirectorySchool school) =>
        new()
        {
            SchoolKey = Key(reading, school.Code),
            EndYear = reading.EndYear,
            Figures = Measures.ToJson(school.Figures),
        };
}
