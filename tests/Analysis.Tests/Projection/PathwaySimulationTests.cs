using CsCheck;
using MathNet.Numerics.Distributions;
using Throughline.Analysis.Projection;

namespace Throughline.Analysis.Tests.Projection;

public sealed class PathwaySimulationTests
{
    private const int Runs = 40_000;

    private static readonly PathwayPlan Everybody = new()
    {
        Teachers = 1000,
        Sections = 1000,
        TakeUp = [Chance.Certain(0), Chance.Certain(0), Chance.Certain(0), Chance.Certain(1)],
    };

    [Theory]
    [InlineData(200, 0.30, 60, 0.526653)]
    [InlineData(500, 0.28, 150, 0.171810)]
    [InlineData(1000, 0.31, 300, 0.762945)]
    public void With_seats_for_all_the_competent_seniors_are_binomial(
        int seniors,
        double pass,
        int needed,
        double known
    ) => AssertReach(seniors, Everybody with { Pass = Chance.Certain(pass) }, needed, known);

    /// <summary>Beta(999 p, 999 (1 - p)): as half a success and half a failure are imagined, the counts lack them.</summary>
    [Theory]
    [InlineData(200, 0.30, 60, 0.522830)]
    [InlineData(500, 0.28, 150, 0.218508)]
    [InlineData(1000, 0.31, 300, 0.691673)]
    public void With_a_chance_known_from_counts_they_are_beta_binomial(
        int seniors,
        double pass,
        int needed,
        double known
    ) =>
        AssertReach(
            seniors,
            Everybody with
            {
                Pass = new Chance((999 * pass) - 0.5, 998),
            },
            needed,
            known
        );

    [Fact]
    public void A_binomial_number_has_the_quantile_of_its_distribution() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999])
            .Sample(
                (n, p, u) =>
                {
                    var x = BinomialDraw.Of(n, p, u);
                    Assert.InRange(x, 0, n);
                    var slack = n * Math.Min(p, 1 - p) > 60 ? 1 : 0;
                    // The oracle knows no answer for all of them.
                    Assert.True(x + slack >= n || Binomial.CDF(p, n, x + slack) >= u - 1e-9);
                    Assert.True(x - slack <= 0 || Binomial.CDF(p, n, x - 1 - slack) <= u + 1e-9);
                },
                iter: 5000
            );

    [Fact]
    public void Nothing_and_everything_are_certain()
    {
        Assert.Equal(0, BinomialDraw.Of(12, 0, 0.999));
        Assert.Equal(12, BinomialDraw.Of(12, 1, 0.001));
        Assert.Equal(0, BinomialDraw.Of(0, 0.5, 0.5));
    }

    [Fact]
    public void Nobody_counts_twice_and_nobody_is_lost()
    {
        // Everybody takes it in every grade and passes half the time: 1 - 1/2 after grade 9, 1 - 1/16 after four years, and never above all.
        var plan = Everybody with
        {
            Pass = Chance.Certain(0.5),
            TakeUp = [Chance.Certain(1), Chance.Certain(1), Chance.Certain(1), Chance.Certain(1)],
        };
        var years = PathwaySimulation.Run(Steady(100, 6), plan, new PathwayQuestion(0.9, 4000));
        Assert.Equal(0.5, years[0].Share, 0.01);
        Assert.Equal(0.75, years[1].Share, 0.01);
        Assert.Equal(0.9375, years[3].Share, 0.01);
        Assert.Equal(0.9375, years[5].Share, 0.01);
        Assert.All(years, year => Assert.Equal(100, year.Seniors, 9));
    }

    [Fact]
    public void Twice_the_seats_never_lower_the_share() =>
        Gen.Select(
                Gen.Int[1, 400],
                Gen.Int[0, 6],
                Gen.Double[0.05, 1],
                Gen.Double[0.05, 1],
                Gen.Bool
            )
            .Sample(
                (students, sections, takeUp, pass, byShare) =>
                {
                    var plan = new PathwayPlan
                    {
                        Teachers = 50,
                        Sections = sections,
                        Pass = Chance.Certain(pass),
                        TakeUp = [.. Enumerable.Repeat(Chance.Certain(takeUp), 4)],
                        Groups = [new("one", 0.4, 0.5), new("other", 0.6)],
                        SeatsByShare = byShare,
                    };
                    var question = new PathwayQuestion(0.3, 400);
                    var (few, many) = (
                        PathwaySimulation.Run(Steady(students, 3), plan, question),
                        PathwaySimulation.Run(
                            Steady(students, 3),
                            plan with
                            {
                                Sections = 2 * sections,
                            },
                            question
                        )
                    );
                    Assert.All(
                        few.Zip(many),
                        pair => Assert.True(pair.Second.Share >= pair.First.Share - 0.002)
                    );
                    Assert.All(few, year => Assert.True(year.Takers <= year.Seats + 1e-6 + 8));
                },
                iter: 60
            );

    [Fact]
    public void Seats_by_share_close_the_gap_between_groups()
    {
        var plan = new PathwayPlan
        {
            Teachers = 10,
            Sections = 2,
            TakeUp = [.. Enumerable.Repeat(Chance.Certain(0.5), 4)],
            Groups = [new("girls", 0.5, 0.4), new("boys", 0.5)],
        };
        var question = new PathwayQuestion(0.3, 500);
        double Gap(PathwayPlan tried)
        {
            var last = PathwaySimulation.Run(Steady(100, 6), tried, question)[^1];
            return last.GroupShares[1] - last.GroupShares[0];
        }

        Assert.True(Gap(plan with { SeatsByShare = true }) < 0.7 * Gap(plan));
    }

    [Fact]
    public void Teachers_leave_as_often_as_they_do_and_are_trained_as_planned()
    {
        var plan = new PathwayPlan
        {
            Teachers = 100,
            Retention = Chance.Certain(0.84),
            TrainedTeachers = 3,
        };
        var years = PathwaySimulation.Run(Steady(10, 2), plan, new PathwayQuestion(0.3, 4000));
        Assert.Equal(87, years[0].Teachers, 0.3);
        Assert.Equal((87 * 0.84) + 3, years[1].Teachers, 0.3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_districts_may_come_in_any_order()
    {
        var plan = Everybody with { Pass = new Chance(6, 20) };
        var question = new PathwayQuestion(0.3, 2000, 7);
        var (one, other) = (new PathwayTotals(3, question), new PathwayTotals(3, question));
        string[] codes = ["a", "b", "c"];
        foreach (var code in codes)
        {
            PathwaySimulation.Run(Steady(51, 3, code), plan, question, one);
        }

        foreach (var code in codes.Reverse())
        {
            PathwaySimulation.Run(Steady(51, 3, code), plan, question, other);
        }

        Assert.Equal(one.Year(3), other.Year(3));
        Assert.Equal(
            PathwaySimulation.Run(Steady(51, 3), plan, question)[2] with
            {
                GroupShares = [],
            },
            PathwaySimulation.Run(Steady(51, 3), plan, question)[2] with
            {
                GroupShares = [],
            }
        );
        Assert.NotEqual(
            PathwaySimulation.Run(Steady(51, 3), plan, question)[2].Share,
            PathwaySimulation.Run(Steady(51, 3), plan, question with { Seed = 8 })[2].Share
        );
    }

    [Fact]
    public void The_smallest_plan_reaches_the_target_and_one_section_less_does_not()
    {
        var plan = new PathwayPlan
        {
            ClassSize = 20,
            Pass = Chance.Certain(0.8),
            TakeUp = [.. Enumerable.Repeat(Chance.Certain(0.3), 4)],
            Retention = Chance.Certain(0.84),
        };
        var question = new PathwayQuestion(0.3, 500);
        var (students, ahead) = (Steady(150, 5), 5);
        var found = SmallestPlan.Find(students, plan, question, ahead, 0.8);
        Assert.True(found.IsEnough);
        Assert.True(found.Reach >= 0.8);
        double Reach(int sections, int? teachers) =>
            PathwaySimulation
                .Run(
                    students,
                    plan with
                    {
                        AddedSections = sections,
                        TrainedTeachers = teachers,
                    },
                    question
                )[ahead - 1]
                .Reach;
        Assert.True(Reach(found.AddedSections - 1, null) < 0.8);
        Assert.True(Reach(found.AddedSections, found.TrainedTeachers - 1) < 0.8);
    }

    [Fact]
    public void Where_too_few_want_the_course_the_demand_is_named()
    {
        var plan = new PathwayPlan { TakeUp = [.. Enumerable.Repeat(Chance.Certain(0.02), 4)] };
        var found = SmallestPlan.Find(Steady(150, 5), plan, new PathwayQuestion(0.3, 200), 5, 0.8);
        Assert.False(found.IsEnough);
        Assert.InRange(found.DemandFactor!.Value, 3, 7);
    }

    [Fact]
    public void The_widest_doubt_stands_first()
    {
        var plan = Everybody with { Pass = new Chance(3, 10), Retention = Chance.Certain(0.9) };
        var bars = Tornado.Of(Steady(100, 3), plan, new PathwayQuestion(0.3, 500), 3);
        Assert.Equal("pass", bars[0].Name);
        Assert.Equal(bars.OrderByDescending(bar => bar.Width), bars);
        Assert.True(bars[0].ShareAtHigh > bars[0].ShareAtLow);
    }

    [Fact]
    public void The_doubt_of_the_students_is_the_calibrated_one()
    {
        var projection = EnrollmentProjection.Of(EnrollmentHistory.Of(ForecastData.Rows()), 5);
        var district = projection.History.Districts.ToList().IndexOf("0005");
        var students = PathwayStudents.Of(projection, district)!;
        var (inside, drawn) = (0, new double[5, 4]);
        var random = CounterRandom.Of(1, "0005");
        var sum = projection
            .Series(district)
            .Single(one => one is { Series: EnrollmentSeries.GradeTwelve, Ahead: 5 });
        for (var run = 0; run < 5000; run++)
        {
            students.Draw(random.Branch(run), 0, drawn, new double[5]);
            inside += drawn[4, 3] >= sum.Low && drawn[4, 3] <= sum.High ? 1 : 0;
        }

        Assert.InRange(inside / 5000.0, 0.78, 0.82);
    }

    [Fact]
    public void An_impossible_plan_is_refused_in_a_sentence()
    {
        PathwayPlan[] refused =
        [
            new() { ClassSize = 0 },
            new() { Sections = double.NaN },
            new() { Pass = new Chance(5, 4) },
            new() { TakeUp = [] },
            new() { Competent = [0, 0, 0, 2] },
            new() { Groups = [new("a", 0.5), new("b", 0.6)] },
            new() { Required = new(8, 1) },
        ];
        Assert.All(
            refused,
            plan =>
                Assert.Throws<InputRefusedException>(() =>
                    PathwaySimulation.Run(Steady(10, 1), plan, new PathwayQuestion(0.3, 1))
                )
        );
        Assert.Throws<InputRefusedException>(() =>
            PathwaySimulation.Run(Steady(10, 1), new(), new PathwayQuestion(0, 1))
        );
    }

    private static void AssertReach(int seniors, PathwayPlan plan, int needed, double known)
    {
        var year = PathwaySimulation.Run(
            Steady(seniors, 1),
            plan,
            new PathwayQuestion(needed / (double)seniors, Runs)
        )[0];
        Assert.InRange(year.Reach, known - 0.01, known + 0.01);
    }

    private static PathwayStudents Steady(double students, int years, string code = "district")
    {
        var expected = new double[years, 4];
        for (var year = 0; year < years; year++)
        {
            for (var grade = 0; grade < 4; grade++)
            {
                expected[year, grade] = students;
            }
        }

        return PathwayStudents.Certain(code, expected);
    }
}
