using System.Globalization;
using Throughline.Analysis;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary>Enrollment by district, year and grade: the columns <c>year,code,K,1,…,12</c>, and <c>district</c> for the names.</summary>
public sealed record EnrollmentFile(
    string File,
    EnrollmentHistory History,
    IReadOnlyDictionary<string, string> Names
)
{
    private static readonly string[] Grades =
    [
        "K",
        .. Enumerable.Range(1, 12).Select(grade => grade.ToString(CultureInfo.InvariantCulture)),
    ];

    public static EnrollmentFile Read(string path, CancellationToken cancel)
    {
        using var table = InputTable.Open(path, ["year", "code", .. Grades]);
        var rows = new List<EnrollmentRow>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<(string, int), int>();
        foreach (var row in table.Rows(cancel))
        {
            var code = row.Name("code");
            var year = Year(row, "year");
            if (!first.TryAdd((code, year.EndYear), row.Number))
            {
                throw row.Refused(
                    "code",
                    $"district {code} stands in {year} already, in row {first[(code, year.EndYear)]}"
                );
            }

            if (table.Has("district"))
            {
                names[code] = row.Text("district");
            }

            rows.Add(
                new EnrollmentRow(
                    code,
                    year.EndYear,
                    [.. Grades.Select(grade => (double)Students(row, grade))]
                )
            );
        }

        var history = Naming(table.File, () => EnrollmentHistory.Of(rows));
        return new EnrollmentFile(table.File, history, names);
    }

    /// <summary>What is wrong with the whole is said with the file's name.</summary>
    public T Naming<T>(Func<T> work) => Naming(File, work);

    public string Name(int district) => Names.GetValueOrDefault(History.Districts[district], "");

    /// <summary>A school year as 2016-17, or by the year it ends in, 2017.</summary>
    public static SchoolYear Year(InputRow row, string column) =>
        ParseYear(row.Name(column))
        ?? throw row.Refused(
            column,
            $"“{row.Text(column)}” is no school year (2016-17, or 2017 for the one that ends then)"
        );

    /// <summary>Null where the text is no school year.</summary>
    public static SchoolYear? ParseYear(string text)
    {
        var parts = text.Split('-', '–', '/');
        if (
            parts.Length is < 1 or > 2
            || !int.TryParse(
                parts[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var start
            )
            || start is < 1900 or > 2200
        )
        {
            return null;
        }

        var year = new SchoolYear(parts.Length == 1 ? start : start + 1);
        return
            parts.Length == 1
            || parts[1] == $"{year.EndYear % 100:00}"
            || parts[1] == $"{year.EndYear}"
            ? year
            : null;
    }

    private static T Naming<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InputRefusedException refused)
        {
            throw new InputRefusedException($"{file}: {refused.Message}", refused);
        }
    }

    private static long Students(InputRow row, string grade)
    {
        var text = row.Text(grade);
        if (text.Length == 0)
        {
            throw row.Refused(grade, "it is blank (0 is expected where the grade is not taught)");
        }

        var students = row.Whole(grade);
        return students <= 10_000_000
            ? students
            : throw row.Refused(grade, $"{students} is no number of students in a grade");
    }
}
