namespace Throughline.Sample;

/// <param name="Agreed">The school day on which the team said yes to it; null while it is a draft.</param>
internal sealed record SampleAnswer(
    SamplePerson Who,
    int Day,
    string Clock,
    string Step,
    string Prompt,
    string Text,
    int? Agreed = null
);

/// <summary>What the team wrote under the questions of the process so far.</summary>
internal static class SampleAnswers
{
    /// <summary>Of the short questions; the first that leads somewhere is about who is left out.</summary>
    public static readonly IReadOnlyList<string> StartingPoint =
    [
        "team-balanced",
        "gaps-guessed",
        "vision-none",
        "goals-loose",
        "deciders-unclear",
        "actions-none",
        "asked-no-draft",
        "answered-no",
    ];

    public static readonly IReadOnlyList<(
        string Step,
        SamplePerson Who,
        int Day,
        string Clock
    )> Done =
    [
        ("team", SamplePeople.Dana, 0, "15:55"),
        ("launch", SamplePeople.Dana, 0, "16:20"),
        ("starting-point", SamplePeople.Anita, 1, "15:40"),
        ("left-out", SamplePeople.Marcus, 5, "16:50"),
    ];

    public static IReadOnlyList<SampleAnswer> All(SampleDays days) =>
        [.. Prepare(days), .. LeftOut, .. Begun(days)];

    private static IReadOnlyList<SampleAnswer> Prepare(SampleDays days) =>
        [
            new(
                SamplePeople.Dana,
                -2,
                "13:15",
                "team",
                "team-members",
                Lines(
                    "Dana Whitfield, STEM director: leads, and takes the notes.",
                    "Anita Raghunathan, assistant superintendent: can approve time and money.",
                    "Luis Ortega, high school computer science: knows what students arrive with in grade 9.",
                    "Folake Adeyemi, principal of Hill Middle: makes a schedule work in a real building.",
                    "Grace Tsao, grade 4 at Eastview: has taught ten computing lessons a year since before anyone asked.",
                    "Marcus Tolliver, counselor: sees who signs up, and who is steered away.",
                    "Samnang Keo, technology director: devices, sign-in, and the home internet question.",
                    "Rosângela Furtado, parent at Canal: reads for families who speak Portuguese."
                ),
                0
            ),
            new(
                SamplePeople.Margaret,
                -1,
                "8:20",
                "team",
                "team-charge",
                "The superintendent asked us to bring a plan for computing from kindergarten to grade 12 to the School Committee by the end of this "
                    + "school year, beginning with grades 6 to 8. We recommend; the Committee decides on courses and money. We may change how we meet and whom we ask without asking first.",
                0
            ),
            new(
                SamplePeople.Rosangela,
                0,
                "15:35",
                "team",
                "team-missing",
                "Nobody here is under 18. Khmer-speaking families and the teachers of students with disabilities are missing too. We will meet students at "
                    + "lunch instead of asking them to sit through our evenings, and invite one special educator by the third meeting."
            ),
            new(
                SamplePeople.Dana,
                -3,
                "10:30",
                "launch",
                "launch-date",
                SampleDays.Say(days.TeamLaunch),
                0
            ),
            new(SamplePeople.Dana, 0, "15:05", "launch", "launch-cadence", "cadence-two-weeks", 0),
            new(
                SamplePeople.Anita,
                0,
                "15:10",
                "launch",
                "launch-attendance",
                Lines(
                    "Working meetings, every second week: the eight of us; the librarians are welcome.",
                    "Step-back meetings, three a year: Margaret joins us.",
                    "Schedule meetings: Folake, Marcus, and the Riverside principal.",
                    "Family evenings: Rosângela and whoever of us can come."
                )
            ),
            new(
                SamplePeople.Dana,
                -3,
                "11:00",
                "launch",
                "launch-agenda",
                "Introductions with one thing each of us has made (15 minutes). What we were asked to do (10). How we decide: the decider named on the "
                    + "decision, after hearing the advisors (15). The seven reasons, ranked alone (15). First list of decisions (30). Reading beforehand: the two-page note and last year's course list."
            ),
            new(
                SamplePeople.Dana,
                0,
                "16:10",
                "launch",
                "launch-notes",
                "Dana types decisions and next steps into the plan while we talk. Nobody writes minutes beyond that."
            ),
            new(
                SamplePeople.Luis,
                0,
                "16:00",
                "starting-point",
                "start-have",
                Lines(
                    "One section of AP Computer Science Principles and one of AP Computer Science A at the high school.",
                    "A quarter-long elective at Riverside and at Hill.",
                    "Grace's ten lessons in four Eastview classes.",
                    "Laptops for every student in grades 6 to 12.",
                    "A pathway sketch from three years ago that stopped when its author moved away."
                ),
                1
            ),
            new(
                SamplePeople.Anita,
                1,
                "15:25",
                "starting-point",
                "start-first",
                "We begin with who is left out. We all believe girls are missing from the electives, and none of us could say by how much.",
                1
            ),
            new(
                SamplePeople.Anita,
                1,
                "15:32",
                "starting-point",
                "start-later",
                "High school electives beyond the two we have, and anything about artificial intelligence tools in other subjects."
            ),
        ];

    private static readonly IReadOnlyList<SampleAnswer> LeftOut =
    [
        new(
            SamplePeople.Samnang,
            4,
            "10:05",
            "left-out",
            "left-numbers",
            "Girls are 49 of every 100 students in grades 6 to 8, and 21 of every 100 in the two electives. English learners are 11 of every 100 students "
                + "and 3 of every 100 in the electives. At the high school one graduate in 12 has taken a computing course. Groups under ten are left out of our table.",
            5
        ),
        new(
            SamplePeople.Marcus,
            4,
            "12:40",
            "left-out",
            "left-who",
            Lines(
                "Girls, from grade 7 on.",
                "English learners, most of all those who arrive during the year.",
                "Students with disabilities who have a support period against the elective.",
                "Everyone at Millbrook, which has no elective."
            ),
            5
        ),
        new(
            SamplePeople.Marcus,
            5,
            "13:20",
            "left-out",
            "left-barriers",
            Lines(
                "The elective meets against English language support at both middle schools.",
                "Teachers recommend students for it, and the flyer shows three boys and a robot.",
                "Millbrook has one teacher for all grade 7 and 8 electives.",
                "The club ends after the last bus."
            ),
            5
        ),
        new(
            SamplePeople.Rosangela,
            5,
            "20:05",
            "left-out",
            "left-listen",
            Lines(
                "The nine girls of the Riverside robotics club: Marcus, at lunch.",
                "Families at Canal who speak Portuguese: Rosângela, at the school supper.",
                "Two students who left the elective after a week: their counselors, if they want to talk."
            )
        ),
    ];

    private static IReadOnlyList<SampleAnswer> Begun(SampleDays days) =>
        [
            new(
                SamplePeople.Anita,
                2,
                "9:40",
                "stakeholders",
                "people-groups",
                Lines(
                    "Teachers of grades 6 to 8 (46), and the elementary teachers of grades 3 to 5 (48 classes).",
                    "Principals, counselors, and the teachers' union.",
                    "Students, first of all in grades 5 to 8.",
                    "Families who speak English, Portuguese, Spanish, and Khmer at home.",
                    "School Committee, finance office, and the technology staff.",
                    "The public library, the Canal Street club, and the community college."
                )
            ),
            new(
                SamplePeople.Folake,
                7,
                "7:50",
                "stakeholders",
                "people-buy-in",
                "Middle school teachers are for it and worried about time: 24 of the 31 who answered want one course for everyone. Principals wait for the schedule. "
                    + "Families who speak Portuguese have not been asked yet. The union wants to know about July pay."
            ),
            new(
                SamplePeople.Rosangela,
                3,
                "20:25",
                "stakeholders",
                "people-rarely-heard",
                Lines(
                    "Families who work evenings at the mill stores; our meetings are at six.",
                    "Khmer-speaking grandparents who raise students; nothing has ever been in Khmer.",
                    "Students in the support program; nobody thought to ask."
                )
            ),
            new(
                SamplePeople.Dana,
                3,
                "15:55",
                "vision",
                "vision-reasons",
                "Fairness first, then reading and reasoning with computing as part of a basic education. We differ most about work: first for Rosângela, last for Dana and Grace. "
                    + "We will ask families which of the two they hear in our draft."
            ),
            new(SamplePeople.Dana, 5, "10:25", "vision", "vision-draft", SampleDirection.Vision, 8),
            new(
                SamplePeople.Marcus,
                7,
                "13:10",
                "equity-goal",
                "equity-evidence",
                "Course enrollment by group each October, and one lunch a year with students who left the course and students who stayed."
            ),
            new(
                SamplePeople.Marcus,
                8,
                "14:30",
                "equity-goal",
                "equity-revisit",
                $"In March, and again before {SampleDays.Say(days.Launch)}, with the girls from the robotics club and two English learners."
            ),
        ];

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
