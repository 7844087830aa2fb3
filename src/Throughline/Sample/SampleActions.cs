using Throughline.Plan;

namespace Throughline.Sample;

/// <param name="Goal">The place of its goal.</param>
/// <param name="Due">The school day.</param>
/// <param name="WaitsFor">The place of the decision.</param>
internal sealed record SampleAction(
    SamplePerson Who,
    int Day,
    string Clock,
    int Goal,
    string What,
    SamplePerson Owner,
    int Due,
    string Resources,
    string Evidence,
    int? WaitsFor = null
)
{
    /// <summary>Where it stands since the later day; it began as not started.</summary>
    public ActionStatus Now { get; init; }

    public int? Since { get; init; }

    public string? DroppedReason { get; init; }
}

internal static class SampleActions
{
    public static readonly IReadOnlyList<SampleAction> All =
    [
        new(
            SamplePeople.Luis,
            5,
            "14:25",
            1,
            "Reserve six seats in the shared summer week",
            SamplePeople.Luis,
            9,
            "$4,200 from the professional learning line",
            "Confirmation from the institute"
        )
        {
            Now = ActionStatus.Done,
            Since = 9,
        },
        new(
            SamplePeople.Folake,
            5,
            "14:40",
            0,
            "Move advisory to period 7 at Hill",
            SamplePeople.Folake,
            30,
            "Two hours with the schedule team",
            "The draft master schedule",
            SampleDecisions.Advisory
        ),
        new(
            SamplePeople.Dana,
            5,
            "16:15",
            2,
            "Write the letter to grade 6 families in four languages",
            SamplePeople.Dana,
            16,
            "Translation of one page into Portuguese, Spanish, and Khmer",
            "The letter, reviewed by one reader in each language"
        )
        {
            Now = ActionStatus.UnderWay,
            Since = 8,
        },
        new(
            SamplePeople.Samnang,
            2,
            "8:30",
            2,
            "Pull course enrollment by group for the last three years",
            SamplePeople.Samnang,
            5,
            "Half a day in the student information system",
            "A table with groups under ten left out"
        )
        {
            Now = ActionStatus.Done,
            Since = 4,
        },
        new(
            SamplePeople.Luis,
            3,
            "14:45",
            0,
            "Visit a district that teaches computing to all of grade 7",
            SamplePeople.Luis,
            8,
            "A substitute for one day",
            "A page of notes for the team"
        )
        {
            Now = ActionStatus.UnderWay,
            Since = 7,
        },
        new(
            SamplePeople.Samnang,
            7,
            "9:45",
            0,
            "Plan the loan of 120 laptops for homework",
            SamplePeople.Samnang,
            35,
            "A cabinet at each school and a sign-out sheet",
            "A trial with one class at Riverside"
        ),
        new(
            SamplePeople.Dana,
            6,
            "17:10",
            2,
            "Hold an evening with families who speak Portuguese",
            SamplePeople.Rosangela,
            14,
            "The Canal library, an interpreter, supper, and child care",
            "Notes in both languages, read back to those who came"
        ),
        new(
            SamplePeople.Marcus,
            4,
            "12:30",
            2,
            "Have lunch with the girls of the Riverside robotics club",
            SamplePeople.Marcus,
            7,
            "Pizza for nine",
            "What they said, without names"
        )
        {
            Now = ActionStatus.Done,
            Since = 7,
        },
        new(
            SamplePeople.Grace,
            7,
            "16:05",
            3,
            "Outline ten lessons for grades 3 to 5",
            SamplePeople.Grace,
            40,
            "Four afternoons with the Eastview librarian",
            "An outline that two other teachers could teach from"
        ),
        new(
            SamplePeople.Anita,
            3,
            "11:15",
            4,
            "Apply for the state equipment grant",
            SamplePeople.Anita,
            6,
            "Two evenings of writing",
            "The application number"
        )
        {
            Now = ActionStatus.Dropped,
            Since = 6,
            DroppedReason =
                "It pays for devices only, and we have those. The next round pays for training.",
        },
    ];
}
