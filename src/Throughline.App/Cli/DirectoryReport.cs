using System.Globalization;
using Throughline.Directory.Reading;

namespace Throughline.App.Cli;

/// <summary>What an import did, for scripts and for people.</summary>
public sealed record DirectoryReport(
    int Districts,
    int Schools,
    long Pupils,
    IReadOnlyDictionary<string, long> PupilsByGrade,
    IReadOnlyList<string> SchoolYears,
    IReadOnlyList<string> YearsFromFileNames,
    IReadOnlyList<RefusedCell> Refused,
    int RefusedTotal,
    IReadOnlyList<LeftOutColumn> LeftOut,
    bool DryRun,
    long ElapsedMs
)
{
    public static DirectoryReport Of(
        IReadOnlyList<DirectoryReading> readings,
        IReadOnlyList<LeftOutColumn> kept,
        bool dryRun,
        long elapsedMs
    ) =>
        new(
            readings.Sum(reading => reading.Districts.Count),
            readings.Sum(reading => reading.Schools.Count),
            readings.Sum(reading => reading.Pupils),
            readings
                .SelectMany(reading => reading.PupilsByGrade)
                .GroupBy(pair => pair.Key)
                .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
            [.. readings.Select(reading => reading.SchoolYear).Distinct().Order()],
            [
                .. readings
                    .Where(reading => reading.YearIsNamed)
                    .Select(reading => reading.SchoolYear)
                    .Distinct()
                    .Order(),
            ],
            [.. readings.SelectMany(reading => reading.Refused)],
            readings.Sum(reading => reading.RefusedTotal),
            [.. readings.SelectMany(reading => reading.LeftOut), .. kept],
            dryRun,
            elapsedMs
        );

    public string ToSentences()
    {
        List<string> lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Districts:N0} districts, {Schools:N0} schools, {Pupils:N0} students {(DryRun ? "read; nothing was stored" : "imported")}, in {ElapsedMs:N0} ms."
            ),
            .. YearsFromFileNames.Select(year =>
                $"The school year, {year}, is read from the file's name. Give --year if it is another."
            ),
            .. LeftOut.Select(column => $"Left out: {column.Column}. {column.Reason}"),
        ];
        if (RefusedTotal > 0)
        {
            lines.Add($"{RefusedTotal} cells or rows were refused; each is named above.");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
