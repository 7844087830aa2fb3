using MathNet.Numerics.Random;
using Throughline.Analysis.Competency;
using Throughline.Analysis.Projection;
using Throughline.Analysis.SchoolCalendar;

namespace Throughline.Bench.Analysis;

/// <summary>
/// pathway-oracles [COUNT]: random small classes and districts, each answered a second time student by student, overlap by overlap, plan by
/// plan. One difference ends the run.
/// </summary>
static class PathwayOracles
{
    private static readonly string[] Grades = ["A", "b+", "C", "C-", "D", "F", "W", "P", "NP", ""];
    private static readonly string[] Groups = ["girls", "learners"];
    private static readonly string[] Courses = ["csp", "CSA", "ART"];
    private static readonly CompetencyRule Rule = new()
    {
        LeastGrade = LetterGrade.TryParse("C", out var c) ? c : default,
        PassCounts = true,
        Equivalents = [new("CSP"), new("CSA", From: new SchoolYear(2025))],
    };

    public static int Run(string[] args) =>
        Oracles.Run(
            args,
            seed: 11,
            [
                ("competency, student by student", Students),
                ("the rate's interval, by every overlap", Overlaps),
                ("the way to the target without luck, student by student", Ways),
                ("the smallest plan, by trying every plan", Plans),
            ]
        );

    private static bool Students(MersenneTwister random)
    {
        List<Graduate> graduates =
        [
            .. Enumerable
                .Range(0, random.Next(7))
                .Select(at => new Graduate($"s{at}", [.. Groups.Where(_ => random.Next(2) == 0)])),
        ];
        List<CourseResult> courses =
        [
            .. Enumerable
                .Range(0, random.Next(12))
                .Select(_ => new CourseResult(
                    $"s{random.Next(9)}",
                    Courses[random.Next(Courses.Length)],
                    new SchoolYear(2024 + random.Next(3)),
                    Grades[random.Next(Grades.Length)]
                )),
        ];
        List<ExamSitting> exams =
        [
            .. Enumerable
                .Range(0, random.Next(8))
                .Select(_ => new ExamSitting($"s{random.Next(9)}", random.Next(1, 6))),
        ];
        bool ByCourse(Graduate one) =>
            courses.Any(result =>
                result.Student == one.Student
                && result.Result is "A" or "b+" or "C" or "P"
                && (
                    result.Course == "csp"
                    || (result.Course == "CSA" && result.Year.EndYear >= 2025)
                )
            );
        bool ByExam(Graduate one) =>
            exams.Exists(exam => exam.Student == one.Student && exam.Score >= 3);
        CompetencyTally Counted(IReadOnlyCollection<Graduate> of) =>
            new(
                of.Count,
                of.Count(ByCourse),
                of.Count(ByExam),
                of.Count(one => ByCourse(one) && ByExam(one))
            );
        var found = StudentCompetency.Of(graduates, courses, exams, Rule);
        return found.All == Counted(graduates)
            && found.All.Rate.Least == graduates.Count(one => ByCourse(one) || ByExam(one))
            && found.ByGroup.All(group =>
                group.Value == Counted([.. graduates.Where(one => one.Groups.Contains(group.Key))])
            )
            && found.ByGroup.Count == graduates.SelectMany(one => one.Groups).Distinct().Count();
    }

    private static bool Overlaps(MersenneTwister random)
    {
        var graduates = random.Next(1, 15);
        var (course, exam) = (random.Next(graduates + 1), random.Next(graduates + 1));
        var target = random.Next(101);
        // Who met the exam stands anywhere: the overlap is whatever leaves room for all.
        int[] competent =
        [
            .. Enumerable
                .Range(0, Math.Min(course, exam) + 1)
                .Select(both => course + exam - both)
                .Where(union => union <= graduates),
        ];
        var rate = CompetencyRate.Of(course, exam, null, graduates);
        var expected =
            competent.All(one => one * 100 >= target * graduates) ? TargetComparison.Met
            : competent.All(one => one * 100 < target * graduates) ? TargetComparison.NotMet
            : TargetComparison.Undecided;
        var (least, most) = rate.ShownPercent(0)!.Value;
        return (rate.Least, rate.Most) == (competent.Min(), competent.Max())
            && rate.Against(target) == expected
            && least == competent.Min() * 100 / graduates
            && most == competent.Max() * 100 / graduates;
    }

    private static bool Ways(MersenneTwister random)
    {
        var (plan, entering, years, asking) = District(random);
        var found = PathwaySimulation.Run(
            PathwayStudents.Certain("d", Expected(entering, years)),
            plan,
            new PathwayQuestion(0.3, Runs: 1)
        );
        // The students of grade 9 to 12 of the first year, and whoever enters grade 9 later: competent or not yet.
        var grades = Enumerable
            .Range(0, 4)
            .Select(grade => Class(entering[3 - grade], plan.Competent[grade]))
            .ToList();
        for (var year = 0; year < years; year++)
        {
            if (year > 0)
            {
                grades.RemoveAt(3);
                grades.Insert(0, Class(entering[3 + year], plan.Competent[0]));
            }

            var sections = plan.Sections + (plan.AddedSections * (year + 1));
            var teachers = plan.Teachers + (plan.TrainedTeachers!.Value * (year + 1));
            var seats = (int)(
                Math.Min(sections, teachers * plan.SectionsPerTeacher) * plan.ClassSize
            );
            var takers = 0;
            int[] turns =
                plan.Required is { } course && year + 1 >= course.FromYear
                    ? [course.Grade - 9, asking]
                    : [asking];
            foreach (var grade in turns.Distinct())
            {
                for (var student = 0; student < grades[grade].Length && takers < seats; student++)
                {
                    if (!grades[grade][student])
                    {
                        grades[grade][student] = true;
                        takers++;
                    }
                }
            }

            var seniors = grades[3];
            if (
                found[year].Takers != takers
                || found[year].Seats != seats
                || found[year].Teachers != teachers
                || found[year].Seniors != seniors.Length
                || Math.Abs(
                    found[year].Share
                        - (
                            seniors.Length == 0
                                ? 0
                                : (double)seniors.Count(one => one) / seniors.Length
                        )
                ) > 1e-12
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool Plans(MersenneTwister random)
    {
        var (plan, entering, years, _) = District(random);
        var students = PathwayStudents.Certain("d", Expected(entering, years));
        var question = new PathwayQuestion(0.1 * random.Next(1, 10), Runs: 1);
        bool Reaches(int sections, int? teachers) =>
            PathwaySimulation
                .Run(
                    students,
                    plan with
                    {
                        AddedSections = sections,
                        TrainedTeachers = teachers,
                    },
                    question
                )[years - 1]
                .Reach >= 0.5;
        var found = SmallestPlan.Find(students, plan, question, years, 0.5);
        var sections = Enumerable.Range(0, 200).FirstOrDefault(one => Reaches(one, null), -1);
        return found.IsEnough
            ? found.AddedSections == sections
                && found.TrainedTeachers
                    == Enumerable.Range(0, 200).First(one => Reaches(sections, one))
            : sections < 0;
    }

    /// <summary>
    /// Classes that keep their students, one grade that asks, perhaps one that must, and nothing left to luck. Classes are even, so that
    /// half of one is a number of students.
    /// </summary>
    private static (PathwayPlan Plan, int[] Entering, int Years, int Asking) District(
        MersenneTwister random
    )
    {
        var years = random.Next(1, 6);
        var asking = random.Next(4);
        int[] entering = [.. Enumerable.Range(0, years + 3).Select(_ => 2 * random.Next(8))];
        var plan = new PathwayPlan
        {
            ClassSize = random.Next(1, 7),
            SectionsPerTeacher = random.Next(1, 4),
            Teachers = random.Next(3),
            Sections = random.Next(3),
            AddedSections = random.Next(3),
            TrainedTeachers = random.Next(2),
            TakeUp =
            [
                .. Enumerable.Range(0, 4).Select(one => Chance.Certain(one == asking ? 1 : 0)),
            ],
            Competent = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3) / 2.0)],
            Required =
                random.Next(2) == 0
                    ? null
                    : new RequiredCourse(random.Next(9, 13), random.Next(1, 4)),
        };
        return (plan, entering, years, asking);
    }

    private static double[,] Expected(int[] entering, int years)
    {
        var students = new double[years, 4];
        for (var year = 0; year < years; year++)
        {
            for (var grade = 0; grade < 4; grade++)
            {
                students[year, grade] = entering[3 + year - grade];
            }
        }

        return students;
    }

    private static bool[] Class(int size, double competent) =>
        [.. Enumerable.Range(0, size).Select(student => student < competent * size)];
}
