using System.Globalization;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// The projection as a file: <c>code,district,year,measure,expected,low80,high80</c>. Measures: <c>enrollment:K-12</c>,
/// <c>enrollment:9-12</c>, <c>enrollment:12</c> and <c>competent:share</c> with intervals; <c>grade:K</c> to <c>grade:12</c>,
/// <c>reach:TARGET</c> (a chance), <c>takers</c>, <c>seats</c>, <c>teachers</c> and <c>competent:share:GROUP</c> without.
/// </summary>
public static class ProjectionFile
{
    public const string Head = "code,district,year,measure,expected,low80,high80";

    /// <summary>Writes it whole or not at all; answers how many districts stand in it.</summary>
    public static async Task<int> Write(
        string path,
        EnrollmentFile enrollment,
        EnrollmentProjection projection,
        PathwayCalculation? pathway,
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
                        foreach (var line in Lines(enrollment, projection, pathway, district))
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
        PathwayCalculation? pathway,
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

        if (pathway?.Years(district) is { } years)
        {
            foreach (var line in Lines(pathway, years, $"{code},{name}", last))
            {
                yield return line;
            }
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

    private static IEnumerable<string> Lines(
        PathwayCalculation pathway,
        IReadOnlyList<PathwayYear> years,
        string start,
        int last
    )
    {
        foreach (var year in years)
        {
            var head = $"{start},{new SchoolYear(last + year.Ahead)}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{head},competent:share,{year.Share:0.0000},{year.Low:0.0000},{year.High:0.0000}"
            );
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{head},reach:{pathway.Question.Target},{year.Reach:0.0000},,"
            );
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{head},takers,{year.Takers:0.0},,"
            );
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{head},seats,{year.Seats:0.0},,"
            );
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{head},teachers,{year.Teachers:0.0},,"
            );
            for (var group = 0; group < pathway.Levers.Groups.Count; group++)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{head},{Cell($"competent:share:{pathway.Levers.Groups[group].Name}")},{year.GroupShares[group]:0.0000},,"
                );
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
