using System.Globalization;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// The projection as a file: <c>code,district,year,measure,expected,low80,high80</c>. Measures: <c>enrollment:K-12</c>,
/// <c>enrollment:9-12</c>, <c>enrollment:12</c> with intervals, <c>grade:K</c> to <c>grade:12</c> without.
/// </summary>
public static class ProjectionFile
{
    public const string Head = "code,district,year,measure,expected,low80,high80";

    /// <summary>Writes it whole or not at all; answers how many districts stand in it.</summary>
    public static async Task<int> Write(
        string path,
        EnrollmentFile enrollment,
        EnrollmentProjection projection,
        CancellationToken cancel
    )
    {
        var unfinished = path + ".part";
        var written = 0;
        try
        {
            await using (var text = new StreamWriter(unfinished))
            {
                await text.WriteLineAsync(Head.AsMemory(), cancel);
                for (var district = 0; district < projection.History.Districts.Count; district++)
                {
                    if (projection.ByGrade(district) is not null)
                    {
                        written++;
                        foreach (var line in Lines(enrollment, projection, district))
                        {
                            await text.WriteLineAsync(line.AsMemory(), cancel);
                        }
                    }
                }
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return written;
    }

    private static IEnumerable<string> Lines(
        EnrollmentFile enrollment,
        EnrollmentProjection projection,
        int district
    )
    {
        var name = Cell(enrollment.Name(district));
        var code = Cell(projection.History.Districts[district]);
        var last = projection.History.FirstYear + projection.History.Years - 1;
        foreach (var one in projection.Series(district))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{code},{name},{new SchoolYear(last + one.Ahead)},enrollment:{one.Series.Label()},{one.Students:0.0},{one.Low:0.0},{one.High:0.0}"
            );
        }

        var grades = projection.ByGrade(district)!;
        for (var ahead = 0; ahead < projection.Years; ahead++)
        {
            for (var grade = 0; grade < EnrollmentHistory.Grades; grade++)
            {
                if (grades[ahead, grade] > 0)
                {
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{code},{name},{new SchoolYear(last + 1 + ahead)},grade:{(grade == 0 ? "K" : $"{grade}")},{grades[ahead, grade]:0.0},,"
                    );
                }
            }
        }
    }

    /// <summary>Quoted where it must be, and never a formula to a spreadsheet.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
