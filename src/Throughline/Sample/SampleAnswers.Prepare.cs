namespace Throughline.Sample;

/// <summary>Before and in the launch meeting.</summary>
internal static partial class SampleAnswers
{
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
}
