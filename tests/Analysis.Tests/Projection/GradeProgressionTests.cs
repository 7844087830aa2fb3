using CsCheck;
using Throughline.Analysis.Projection;

namespace Throughline.Analysis.Tests.Projection;

public sealed class GradeProgressionTests
{
    private static readonly double[] Hundreds = [.. Enumerable.Repeat(100.0, 13)];

    [Fact]
    public void A_district_that_stays_as_it_is_is_projected_as_it_is()
    {
        var history = EnrollmentHistory.Of(Years("a", Hundreds, Hundreds, Hundreds));
        var projected = GradeProgression.Learn(history, 2).Project(0, 10)!;
        Assert.All(projected.Cast<double>(), students => Assert.Equal(100, students, 9));
    }

    [Fact]
    public void A_large_cohort_moves_up_a_grade_each_year()
    {
        double[] wave = [.. Hundreds];
        wave[7] = 150;
        var history = EnrollmentHistory.Of([
            .. Years("a", Hundreds, Hundreds, wave),
            .. Years(
                "big",
                [.. Hundreds.Select(x => 1000 * x)],
                [.. Hundreds.Select(x => 1000 * x)],
                [.. Hundreds.Select(x => 1000 * x)]
            ),
        ]);
        var projected = GradeProgression.Learn(history, 2).Project(0, 5)!;
        Assert.InRange(projected[2, 10], 145, 155);
        Assert.InRange(projected[4, 12], 145, 155);
        Assert.InRange(projected[0, 12], 99, 101);
    }

    [Fact]
    public void A_high_school_without_feeders_takes_in_what_it_took_in_lately()
    {
        double[] first = [.. new double[9], 80, 70, 60, 50];
        double[] second = [.. new double[9], 90, 76, 67, 57];
        var history = EnrollmentHistory.Of(Years("regional", first, second));
        var learned = GradeProgression.Learn(history, 1);
        Assert.True(learned.IsEntry(0, 8));
        Assert.False(learned.IsEntry(0, 9));
        var projected = learned.Project(0, 3)!;
        Assert.Equal(85, projected[0, 9], 9);
        Assert.Equal(85, projected[2, 9], 9);
        Assert.Equal(90 * learned.Ratio(0, 9), projected[0, 10], 9);
        Assert.Equal(0, projected[2, 8]);
    }

    [Fact]
    public void A_year_in_which_a_grade_opens_is_no_growth()
    {
        double[] without = [.. Hundreds];
        without[5] = 0;
        var history = EnrollmentHistory.Of([
            .. Years("opening", without, Hundreds, Hundreds, Hundreds),
            .. Years("steady", Hundreds, Hundreds, Hundreds, Hundreds),
        ]);
        var learned = GradeProgression.Learn(history, 3);
        Assert.Equal(1, learned.Ratio(0, 4), 9);
        Assert.Equal(1, learned.Ratio(0, 5), 9);
    }

    [Fact]
    public void A_small_district_is_drawn_toward_the_state_and_a_large_one_keeps_its_own_ratio()
    {
        double[] Losing(double size) => [.. Enumerable.Repeat(size, 12), size / 2];
        var history = EnrollmentHistory.Of([
            .. Years("large", Losing(4000), Losing(4000)),
            .. Years("small", Losing(20), Losing(20)),
            .. Years(
                "state",
                [.. Hundreds.Select(x => 1000 * x)],
                [.. Hundreds.Select(x => 1000 * x)]
            ),
        ]);
        var learned = GradeProgression.Learn(history, 1);
        Assert.InRange(learned.Ratio(0, 11), 0.5, 0.52);
        Assert.InRange(learned.Ratio(1, 11), 0.75, 0.95);
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var rows = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Double[0, 500].Array[13])
            .List[5, 24]
            .Select(list =>
                list.DistinctBy(row => (row.Item1, row.Item2))
                    .Select(row => new EnrollmentRow($"d{row.Item1}", 2015 + row.Item2, row.Item3))
                    .ToList()
            )
            .Where(list => list.Select(row => row.Year).Distinct().Count() == 6);
        rows.Sample(
            list =>
            {
                var (one, other) = (
                    EnrollmentProjection.Of(EnrollmentHistory.Of(list), 8),
                    EnrollmentProjection.Of(EnrollmentHistory.Of(Enumerable.Reverse(list)), 8)
                );
                for (var district = 0; district < one.History.Districts.Count; district++)
                {
                    Assert.Equal(one.Series(district), other.Series(district));
                    Assert.All(
                        one.Series(district),
                        sum => Assert.True(sum.Low <= sum.Students && sum.Students <= sum.High)
                    );
                }
            },
            iter: 100
        );
    }

    [Fact]
    public void A_history_with_a_hole_a_doubled_row_or_an_impossible_count_is_refused()
    {
        EnrollmentRow[][] refused =
        [
            [],
            [new("a", 2017, Hundreds), new("a", 2019, Hundreds)],
            [new("a", 2017, Hundreds), new("a", 2017, Hundreds)],
            [new("a", 2017, [.. Hundreds.Skip(1)])],
            [new("a", 2017, [.. Hundreds.Skip(1), -1])],
            [new("a", 2017, [.. Hundreds.Skip(1), double.NaN])],
        ];
        Assert.All(
            refused,
            rows => Assert.Throws<InputRefusedException>(() => EnrollmentHistory.Of(rows))
        );
        Assert.Throws<InputRefusedException>(() =>
            EnrollmentProjection.Of(EnrollmentHistory.Of([new("a", 2017, Hundreds)]), 3)
        );
    }

    private static IEnumerable<EnrollmentRow> Years(string district, params double[][] years) =>
        years.Select((grades, year) => new EnrollmentRow(district, 2017 + year, grades));
}
