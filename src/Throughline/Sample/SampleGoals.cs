using Throughline.Direction;

namespace Throughline.Sample;

/// <param name="Serves">Places in the lists of statements, beliefs and priorities.</param>
/// <param name="Outcome">The place of the goal that this one is there for.</param>
internal sealed record SampleGoal(
    SamplePerson Who,
    int Day,
    string Clock,
    GoalKind Kind,
    string Horizon,
    string Statement,
    string Measure,
    string Baseline,
    string Target,
    (int Statement, int Belief, int Priority) Serves,
    int? Outcome = null,
    SampleSchool? School = null
)
{
    public Dictionary<string, string?> Pictures { get; init; } = [];
}

/// <summary>Six goals, from the first course to what is simply how things are done.</summary>
internal static class SampleGoals
{
    public const string Year1 = "year-1";
    public const string Years2And3 = "years-2-3";
    public const string Beyond3 = "beyond-3";

    /// <summary>The goal that was revised, what it says now, and what the team had learned.</summary>
    public const int Revised = 0;

    public const string Now =
        "By the end of year one, every grade 7 student at Riverside and Hill completes an 18-week computing course.";

    public const string NowMeasure = "Course completions in the June schedule report";

    public const string Learned =
        "Fourteen middle school teachers told us that grade 8 is too late: students choose their high school courses in February of grade 8, "
        + "before the course would be over.";

    public const int Finalized = 1;

    /// <summary>The goal of a school, which serves the first of the district's.</summary>
    public const int OfMillbrook = 5;

    public static string BaselineOfNow =>
        $"76 of {SampleSchools.AtTheMiddleSchools(7)} grade 7 students take a computing elective today";

    public static string TargetOfNow =>
        $"{SampleSchools.AtTheMiddleSchools(7)} of {SampleSchools.AtTheMiddleSchools(7)}";

    public static IReadOnlyList<SampleGoal> All { get; } =
    [
        new(
            SamplePeople.Luis,
            5,
            "14:05",
            GoalKind.StudentOutcome,
            Year1,
            "By the end of year one, every grade 8 student at Riverside and Hill completes an 18-week computing course.",
            NowMeasure,
            $"61 of {SampleSchools.AtTheMiddleSchools(8)} grade 8 students take a computing elective today",
            $"{SampleSchools.AtTheMiddleSchools(8)} of {SampleSchools.AtTheMiddleSchools(8)}",
            (0, 2, 0)
        )
        {
            Pictures = new()
            {
                [Year1] =
                    "A visitor in May walks into any section and sees students testing something that a neighbor, a club, or a younger class asked for.",
                [Years2And3] =
                    "Teachers trade projects between the schools, and grade 8 students help run the first week.",
                [Beyond3] =
                    "Nobody calls it the new course. High school teachers build on it without asking who has had it.",
            },
        },
        new(
            SamplePeople.Anita,
            5,
            "16:30",
            GoalKind.Support,
            Year1,
            "By the first day of school, six middle school teachers have finished the summer institute and share one planning period a week.",
            "Institute certificates, and the master schedule in August",
            "1 of 6 teachers trained; no shared period",
            "6 of 6 teachers trained; one shared period at each school",
            (1, 3, 0),
            Outcome: 0
        )
        {
            Pictures = new()
            {
                [Year1] =
                    "Six teachers know each other's first names and lessons, and nobody plans alone on a Sunday night.",
                [Years2And3] = "Two of the six lead the institute for the next group.",
            },
        },
        new(
            SamplePeople.Marcus,
            6,
            "14:10",
            GoalKind.Access,
            Years2And3,
            "By the end of year three, girls and English learners take computing in grades 6 to 8 at the same rate as their classmates.",
            "Course enrollment by group, each October, small groups kept private",
            "Girls are 21 of every 100 students in the electives and 49 of every 100 in the schools",
            "The same share in the courses as in the schools, within 3 of every 100",
            (2, 2, 2),
            Outcome: 0
        )
        {
            Pictures = new()
            {
                [Year1] =
                    "Counselors show every grade 6 family the course in the family's language before schedules are made.",
                [Years2And3] =
                    "A student who came from Brazil in March is placed in the course that week, not the next year.",
            },
        },
        new(
            SamplePeople.Grace,
            7,
            "15:25",
            GoalKind.Practice,
            Years2And3,
            "In years two and three, every class in grades 3 to 5 has ten computing lessons a year, inside science and library time.",
            "Lesson logs that librarians keep already",
            "4 of 48 classes, all at Eastview",
            "48 of 48 classes",
            (0, 1, 1)
        )
        {
            Pictures = new()
            {
                [Years2And3] =
                    "Grade 4 students program a model of the falls, explain it in two languages, and take it home on paper.",
                [Beyond3] =
                    "New elementary teachers are handed the ten lessons in August, along with the science kits.",
            },
        },
        new(
            SamplePeople.Luis,
            7,
            "15:40",
            GoalKind.StudentOutcome,
            Beyond3,
            "After year three, 90 graduates a year leave Marlow Falls High School having met the district's definition of competency in computer science.",
            "Graduates who met either route, each counted once, by the guidance office in July",
            "24 of 291 graduates last June",
            "90 of about 300 graduates",
            (0, 0, 0)
        )
        {
            Pictures = new()
            {
                [Years2And3] =
                    "A second section of Computer Science Principles fills in the first round of course choices.",
                [Beyond3] =
                    "A junior who never thought of herself as a computer person is tutoring in the library after school.",
            },
        },
        new(
            SamplePeople.Hannah,
            8,
            "9:20",
            GoalKind.Access,
            Years2And3,
            "Millbrook students in grades 6 to 8 have the same 18-week course as students at the two middle schools.",
            "Course completions at Millbrook",
            $"0 of {SampleSchools.Millbrook.In(7)} grade 7 students",
            $"{SampleSchools.Millbrook.In(7)} of {SampleSchools.Millbrook.In(7)} grade 7 students",
            (0, 2, 1),
            Outcome: 0,
            School: SampleSchools.Millbrook
        )
        {
            Pictures = new()
            {
                [Year1] = "One Millbrook teacher plans with the Riverside team on Thursdays.",
                [Years2And3] =
                    "The course meets in the library, taught by a teacher and the librarian together.",
            },
        },
    ];
}
