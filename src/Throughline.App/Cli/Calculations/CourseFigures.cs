using Throughline.Analysis.Projection;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Students of grades 11 and 12 and how many of them completed a computer science course, over the last three years of a file with
/// <c>year,code,grade11_12,cs_students_est</c>.
/// </summary>
/// <param name="Students">Summed over the years.</param>
/// <param name="Takers">Summed over the years.</param>
/// <param name="Years">How many years.</param>
public sealed record CourseFigures(double Students, double Takers, int Years)
{
    private const int Latest = 3;

    public double TakersAYear => Takers / Years;

    public double Share => Students > 0 ? Math.Min(1, Takers / Students) : 0;

    public static IReadOnlyDictionary<string, CourseFigures> Read(
        string path,
        CancellationToken cancel
    ) =>
        ByDistrict(path, "grade11_12", "cs_students_est", Latest, cancel)
            .ToDictionary(
                pair => pair.Key,
                pair => new CourseFigures(pair.Value.Of, pair.Value.Some, pair.Value.Years),
                StringComparer.Ordinal
            );

    /// <summary>Teachers who stayed, of all, over the last five years of a file with <c>year,code,teachers,retained</c>.</summary>
    public static IReadOnlyDictionary<string, Chance> ReadRetention(
        string path,
        CancellationToken cancel
    ) =>
        ByDistrict(path, "teachers", "retained", 5, cancel)
            .ToDictionary(
                pair => pair.Key,
                pair => new Chance(pair.Value.Some, pair.Value.Of),
                StringComparer.Ordinal
            );

    private static Dictionary<string, (double Of, double Some, int Years)> ByDistrict(
        string path,
        string whole,
        string part,
        int latest,
        CancellationToken cancel
    )
    {
        using var table = InputTable.Open(path, "year", "code", whole, part);
        var rows = new Dictionary<string, SortedDictionary<int, (double, double)>>(
            StringComparer.Ordinal
        );
        foreach (var row in table.Rows(cancel))
        {
            var (code, year) = (row.Name("code"), EnrollmentFile.Year(row, "year").EndYear);
            var (of, some) = (row.Real(whole), row.Real(part));
            if (of < 0)
            {
                throw row.Refused(whole, $"{of} is below 0");
            }

            if (some < 0 || some > of)
            {
                throw row.Refused(part, $"{some} does not lie between 0 and {of}, the {whole}");
            }

            var own = rows.TryGetValue(code, out var found) ? found : rows[code] = [];
            if (!own.TryAdd(year, (of, some)))
            {
                throw row.Refused(
                    "code",
                    $"district {code} stands twice in the year {row.Text("year")}"
                );
            }
        }

        return rows.ToDictionary(
            pair => pair.Key,
            pair =>
            {
                var last = pair.Value.Reverse().Take(latest).Select(year => year.Value).ToList();
                return (last.Sum(year => year.Item1), last.Sum(year => year.Item2), last.Count);
            },
            StringComparer.Ordinal
        );
    }
}
