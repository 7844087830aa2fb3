namespace Throughline.Analysis.Projection;

/// <summary>
/// Students by district, school year and grade, K to 12, each year directly after the one before. A district may be absent from a
/// year (not yet open, closed, merged); a grade it does not teach is zero.
/// </summary>
public sealed class EnrollmentHistory
{
    public const int Grades = EnrollmentSeriesGrades.Grades;
    private readonly double[]?[,] rows;

    private EnrollmentHistory(int firstYear, IReadOnlyList<string> districts, double[]?[,] rows)
    {
        FirstYear = firstYear;
        Districts = districts;
        this.rows = rows;
    }

    /// <summary>The year in which the first school year ends: 2017 for 2016-17.</summary>
    public int FirstYear { get; }

    /// <summary>How many school years there are.</summary>
    public int Years => rows.GetLength(1);

    /// <summary>The districts' codes, in ordinal order.</summary>
    public IReadOnlyList<string> Districts { get; }

    /// <summary>The history of the districts in any order of rows: the order changes nothing.</summary>
    /// <param name="given">Code, the year in which the school year ends, and 13 counts, K first.</param>
    /// <exception cref="InputRefusedException">
    /// There is no row; a row has not 13 counts, or a negative one, or one that is no number; a district stands twice in one year; a
    /// year is missing between the first and the last.
    /// </exception>
    public static EnrollmentHistory Of(IEnumerable<EnrollmentRow> given)
    {
        var all = given.ToList();
        if (all.Count == 0)
        {
            throw new InputRefusedException("There is no enrollment row to project from.");
        }

        var districts = all.Select(row => row.District)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var (first, last) = (all.Min(row => row.Year), all.Max(row => row.Year));
        var place = districts
            .Select((code, index) => (code, index))
            .ToDictionary(pair => pair.code, pair => pair.index, StringComparer.Ordinal);
        if (last - first > 200)
        {
            throw new InputRefusedException(
                $"The years run from {first} to {last}; a school year is named by the year in which it ends."
            );
        }

        var rows = new double[]?[districts.Count, last - first + 1];
        foreach (var row in all)
        {
            Check(row);
            ref var cell = ref rows[place[row.District], row.Year - first];
            if (cell is not null)
            {
                throw new InputRefusedException(
                    $"District {row.District} stands twice in the school year that ends in {row.Year}."
                );
            }

            cell = [.. row.ByGrade];
        }

        if (
            Enumerable.Range(first, last - first + 1).Except(all.Select(row => row.Year)).ToList()
            is [var missing, ..]
        )
        {
            throw new InputRefusedException(
                $"The school year that ends in {missing} is missing: the years must follow one another from {first} to {last}."
            );
        }

        return new EnrollmentHistory(first, districts, rows);
    }

    /// <summary>The 13 counts of a district in a year, K first; null where it is absent.</summary>
    public double[]? At(int district, int year) => rows[district, year];

    /// <summary>The sum of a series; NaN where the district is absent.</summary>
    public double Sum(EnrollmentSeries series, int district, int year) =>
        rows[district, year] is { } grades ? series.Sum(grades) : double.NaN;

    private static void Check(EnrollmentRow row)
    {
        if (row.ByGrade.Count != Grades)
        {
            throw new InputRefusedException(
                $"District {row.District}, {row.Year}: {Grades} counts are expected, K to 12; there are {row.ByGrade.Count}."
            );
        }

        foreach (var students in row.ByGrade)
        {
            if (!(students >= 0 && students <= 1e7))
            {
                throw new InputRefusedException(
                    $"District {row.District}, {row.Year}: {students} is no number of students in a grade."
                );
            }
        }
    }
}

/// <summary>One district in one school year, named by the year in which it ends; 13 counts, K first.</summary>
public sealed record EnrollmentRow(string District, int Year, IReadOnlyList<double> ByGrade);
