namespace Throughline.Sample;

/// <summary>Who is left out, and what was begun after that.</summary>
internal static partial class SampleAnswers
{
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
}
