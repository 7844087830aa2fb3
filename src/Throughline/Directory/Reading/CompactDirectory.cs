using System.Buffers;
using System.Globalization;

namespace Throughline.Directory.Reading;

/// <summary>Writes a reading as a small file that <see cref="MassachusettsSchoolFile"/> reads back to the same figures.</summary>
public static class CompactDirectory
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(DirectoryReading reading, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(to);
        Figure[] figures =
        [
            .. SchoolFigures.All.Where(figure =>
                reading.Schools.Any(school => IsGiven(school.Figures, figure))
            ),
        ];
        var districts = reading.Districts.ToDictionary(
            district => district.Code,
            district => district.Name,
            StringComparer.Ordinal
        );
        WriteRow(
            to,
            [
                MassachusettsColumns.SchoolYear,
                MassachusettsColumns.SchoolCode,
                MassachusettsColumns.SchoolName,
                MassachusettsColumns.SchoolType,
                MassachusettsColumns.DistrictCode,
                MassachusettsColumns.DistrictName,
                MassachusettsColumns.Street,
                MassachusettsColumns.Town,
                MassachusettsColumns.State,
                MassachusettsColumns.Zip,
                MassachusettsColumns.Grades,
                .. figures.Select(figure =>
                    MassachusettsColumns.FigureColumns.First(pair => pair.Figure == figure).Column
                ),
            ]
        );
        // The year stands once: the reader takes it for the whole file.
        var year = reading.SchoolYear;
        foreach (
            var school in reading.Schools.OrderBy(school => school.Code, StringComparer.Ordinal)
        )
        {
            WriteRow(
                to,
                [
                    year,
                    school.Code,
                    school.Name,
                    school.Kind == SchoolKind.NotGiven ? "" : school.Kind.ToString(),
                    school.DistrictCode,
                    districts[school.DistrictCode],
                    school.Street ?? "",
                    school.Town ?? "",
                    school.State ?? "",
                    school.Zip ?? "",
                    school.GradesServed.ToString(),
                    .. figures.Select(figure => Text(school.Figures, figure)),
                ]
            );
            year = "";
        }
    }

    static bool IsGiven(SchoolFigures figures, Figure figure)
    {
        return figures.Count(figure) is not null || figures.Share(figure) is not null;
    }

    static string Text(SchoolFigures figures, Figure figure)
    {
        return figure < SchoolFigures.FirstShare
            ? figures.Count(figure)?.ToString(CultureInfo.InvariantCulture) ?? ""
            : figures.Share(figure)?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
    }

    static void WriteRow(TextWriter to, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                to.Write(',');
            }

            to.Write(
                cell.AsSpan().ContainsAny(NeedQuotes)
                    ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : cell
            );
            first = false;
        }

        to.Write('\n');
    }
}
