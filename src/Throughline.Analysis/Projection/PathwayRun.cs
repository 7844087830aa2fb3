namespace Throughline.Analysis.Projection;

/// <summary>One run of a district's plan; the arrays are kept from run to run.</summary>
internal sealed class PathwayRun(PathwayStudents students, PathwayPlan plan)
{
    // Where in a run's sequence each kind of luck lies: a lever moved does not move the luck of the others.
    private const int RetentionAt = 0;
    private const int PassAt = 100;
    private const int TakeUpAt = 200;
    private const int GroupPassAt = 1000;
    private const int EnrollmentAt = 100_000;
    private const int YearAt = 200_000;
    private const int YearLength = 10_000;

    private readonly PathwayGroup[] groups =
        plan.Groups.Count > 0 ? [.. plan.Groups] : [new PathwayGroup("all", 1)];

    private readonly double[,] drawn = new double[students.Years, 4];
    private readonly double[] normals = new double[students.Years];
    private readonly double[] takeUp = new double[4];
    private readonly double[] pass = new double[Math.Max(plan.Groups.Count, 1)];
    private readonly double[,] competent = new double[4, Math.Max(plan.Groups.Count, 1)];
    private readonly SeatShares seats = new(Math.Max(plan.Groups.Count, 1));

    public int Groups => groups.Length;

    public void Go(CounterRandom random, int at, PathwaySums sums)
    {
        students.Draw(random, EnrollmentAt, drawn, normals);
        var retention = plan.Retention.Draw(random, RetentionAt);
        var everybody = plan.Pass.Draw(random, PassAt);
        for (var grade = 0; grade < 4; grade++)
        {
            takeUp[grade] = plan.TakeUp[grade].Draw(random, TakeUpAt + (100 * grade));
        }

        for (var group = 0; group < groups.Length; group++)
        {
            pass[group] =
                groups[group].Pass?.Draw(random, GroupPassAt + (100 * group)) ?? everybody;
        }

        var teachers = plan.Teachers;
        for (var year = 0; year < students.Years; year++)
        {
            var luck = YearAt + (year * YearLength);
            teachers = Teachers(teachers, retention, year, random.Uniform(luck));
            var places =
                Math.Min(Sections(year), teachers * plan.SectionsPerTeacher) * plan.ClassSize;
            MoveUp(year);
            var takers = Teach(year, places, random, luck + 1);
            sums.Add(at, year, drawn[year, 3], teachers, places, takers, competent, groups);
        }
    }

    private double Sections(int year) =>
        Math.Max(0, plan.Sections + (plan.AddedSections * (year + 1)));

    private int Teachers(int before, double retention, int year, double luck)
    {
        var stay = BinomialDraw.Of(before, retention, luck);
        var needed = (int)Math.Min(1e6, Math.Ceiling(Sections(year) / plan.SectionsPerTeacher));
        return stay + (plan.TrainedTeachers ?? Math.Max(0, needed - stay));
    }

    /// <summary>Last year's grades 9 to 11 become 10 to 12; the first year starts from what is known of today.</summary>
    private void MoveUp(int year)
    {
        for (var grade = 3; grade >= 0; grade--)
        {
            for (var group = 0; group < groups.Length; group++)
            {
                var here = drawn[year, grade] * groups[group].Share;
                if (year == 0 || grade == 0)
                {
                    competent[grade, group] = plan.Competent[grade] * here;
                    continue;
                }

                var before = drawn[year - 1, grade - 1] * groups[group].Share;
                competent[grade, group] =
                    before > here
                        ? competent[grade - 1, group] * here / before
                        : competent[grade - 1, group];
            }
        }
    }

    private double Teach(int year, double places, CounterRandom random, int luck)
    {
        var required =
            plan.Required is { } course && year + 1 >= course.FromYear ? course.Grade - 9 : -1;
        for (var grade = 0; grade < 4; grade++)
        {
            for (var group = 0; group < groups.Length; group++)
            {
                var open = Math.Max(
                    0,
                    (drawn[year, grade] * groups[group].Share) - competent[grade, group]
                );
                seats.Ask(
                    grade,
                    group,
                    open,
                    grade == required
                        ? open
                        : open * Math.Min(1, takeUp[grade] * groups[group].TakeUp)
                );
            }
        }

        seats.Give(places, required, plan.SeatsByShare);
        var all = 0.0;
        for (var grade = 0; grade < 4; grade++)
        {
            for (var group = 0; group < groups.Length; group++)
            {
                var slot = luck + (2 * ((grade * groups.Length) + group));
                // Rounded up or down by luck: a taker in a hundred runs is a hundredth of a taker.
                var takers = (int)(seats.Given[grade, group] + random.Uniform(slot));
                var passed = BinomialDraw.Of(takers, pass[group], random.Uniform(slot + 1));
                competent[grade, group] = Math.Min(
                    competent[grade, group] + passed,
                    drawn[year, grade] * groups[group].Share
                );
                all += takers;
            }
        }

        return all;
    }
}
