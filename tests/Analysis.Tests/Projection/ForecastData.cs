using System.Globalization;
using Throughline.Analysis.Projection;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Projection;

/// <summary>Enrollment by grade of the districts of Massachusetts, 2016-17 to 2024-25, as the state published it.</summary>
internal static class ForecastData
{
    public static List<EnrollmentRow> Rows() =>
        [
            .. File.ReadLines(SharedData.Require("forecast", "ma_enrollment_by_grade_district.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => new EnrollmentRow(
                    cells[1],
                    int.Parse(cells[0].AsSpan(0, 4), CultureInfo.InvariantCulture) + 1,
                    [
                        .. cells[4..17]
                            .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)),
                    ]
                )),
        ];
}
