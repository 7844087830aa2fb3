using Throughline.Direction;

namespace Throughline.Sample;

/// <summary>What Marlow Falls wants, in its words.</summary>
internal static class SampleDirection
{
    public const string FirstVision =
        "All students in Marlow Falls will graduate with the computer science skills they need for college, careers, and life in a "
        + "changing world.";

    public const string Vision =
        "Every student in Marlow Falls, from kindergarten on, learns to create with computing, to question it, and to use it for the good "
        + "of the people around them, whatever language is spoken at home.";

    public const string Course =
        "Computer Science Principles or AP Computer Science A, a full year";

    public const string Exam = "AP Computer Science Principles or AP Computer Science A";

    public static readonly IReadOnlyList<string> Statements =
    [
        "Students make things with computing that somebody outside their classroom uses.",
        "Teachers of every subject have a colleague down the hall who can help them start.",
        "Families can follow what their children make, in Portuguese, Spanish, and Khmer as well as in English.",
    ];

    public static readonly IReadOnlyList<string> Beliefs =
    [
        "We believe every child can make things with computers, and that the school day is where it has to happen.",
        "We believe students learn computing best when the problem is theirs.",
        "We believe a course that has to be chosen at 14 leaves out the students who were never asked at 11.",
        "We believe teachers deserve time to learn this before they are asked to teach it.",
    ];

    public static readonly IReadOnlyList<(
        PriorityKind Kind,
        string Text,
        string Source
    )> Priorities =
    [
        (
            PriorityKind.Mission,
            "Every graduate is known, challenged, and ready for a next step of their own choosing.",
            "Mission statement, School Committee handbook, page 3"
        ),
        (
            PriorityKind.Value,
            "We are one town in many languages.",
            "Portrait of a Graduate, adopted two years ago"
        ),
        (
            PriorityKind.Objective,
            "Objective 2: close the gap in grade 8 math between English learners and their classmates by half in three years.",
            "District Improvement Plan, objective 2"
        ),
    ];

    /// <summary>Each member's order, most important first.</summary>
    public static readonly IReadOnlyList<(SamplePerson Who, string Clock, string Order)> Rankings =
    [
        (
            SamplePeople.Dana,
            "9:05",
            "equity,literacies,joy,citizenship,innovation,school-change,economy"
        ),
        (
            SamplePeople.Luis,
            "11:40",
            "literacies,innovation,equity,joy,economy,citizenship,school-change"
        ),
        (
            SamplePeople.Folake,
            "7:30",
            "equity,school-change,literacies,joy,citizenship,economy,innovation"
        ),
        (
            SamplePeople.Grace,
            "15:20",
            "joy,literacies,equity,citizenship,school-change,innovation,economy"
        ),
        (
            SamplePeople.Marcus,
            "12:55",
            "equity,economy,joy,literacies,citizenship,school-change,innovation"
        ),
        (
            SamplePeople.Rosangela,
            "20:10",
            "economy,equity,literacies,citizenship,joy,innovation,school-change"
        ),
    ];

    public const string TeamOrder =
        "equity,literacies,joy,economy,citizenship,innovation,school-change";

    public const string RankingReason =
        "Rosângela and Marcus put work higher than the rest of us did. We kept it in the middle and will ask families before the vision is adopted.";

    public static string EquityGoal(SampleDays days) =>
        $"By June {days.Launch.Year + 2}, girls and English learners in Marlow Falls take computing in grades 6 to 12 at the same rate as "
        + "their classmates, and as many of them as of their classmates say they would take another course.";

    public static readonly IReadOnlyList<(string Measure, string Grades)> Subgroups =
    [
        ("sex:female", "6-12"),
        ("group:english-learner", "6-12"),
    ];

    public const string EquityKept =
        "Marcus met with nine girls from the Riverside robotics club. They asked for a class that everybody takes, not for a club of their own. The goal says so already.";
}
