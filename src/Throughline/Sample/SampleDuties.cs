using Throughline.Plan;

namespace Throughline.Sample;

/// <param name="From">The place of the decision that it follows from.</param>
/// <param name="Of">Whom the support was asked of; null where nobody was asked yet.</param>
/// <param name="Met">What came of it; null where there is no answer yet.</param>
internal sealed record SampleDuty(
    int Day,
    string Clock,
    string What,
    string Holder,
    PlanLevel Level,
    int From,
    int Due,
    string Support,
    string? Of = null,
    bool? Met = null,
    string? Answer = null
);

/// <summary>Who holds what, and what they need in order to hold it.</summary>
internal static class SampleDuties
{
    public const string Note =
        "This plan covers grades 6 to 8 at Riverside, Hill, and Millbrook. It names the first steps for grades 3 to 5 and leaves the high "
        + "school's courses to next year, except for what counts toward the headline goal.";

    public static readonly OrganizePlanning.Input Arrangement = new()
    {
        Way = PlanningWay.FrameAndSchools,
        ByDistrict =
            "Which grades come first\nThe curriculum and the devices\nWhat counts toward the definition of competency\nThe summer institute",
        BySchools =
            "Who goes to the institute\nRooms and periods\nWho teaches the library lessons\nHow families hear of it in the school",
        Together = "The schedule of both middle schools\nWhat to change after the first half year",
        Reason =
            "Students and three teachers move between Riverside and Hill, so the course has to be the same at both; but the principals know "
            + "their rooms and people. Two years ago the district planned the tablets alone, and half of them stayed in the carts.",
    };

    private const string Superintendent = "Margaret Kowalczyk";

    public static readonly IReadOnlyList<SampleDuty> All =
    [
        new(
            6,
            "9:15",
            "Bring the six course teachers together every week",
            SamplePeople.Luis.Name,
            PlanLevel.System,
            1,
            25,
            "One period a week without a class",
            Superintendent,
            true,
            "Yes, from next month. A retired teacher covers the period."
        ),
        new(
            6,
            "9:22",
            "Keep the Hill schedule workable while advisory moves",
            SamplePeople.Folake.Name,
            PlanLevel.School,
            SampleDecisions.Advisory,
            30,
            "A scheduling consultant for two days",
            SamplePeople.Anita.Name
        ),
        new(
            6,
            "9:30",
            "Keep 120 laptops charged, lent, and returned",
            SamplePeople.Samnang.Name,
            PlanLevel.System,
            4,
            35,
            "Five hours a week of a technician's time",
            Superintendent,
            false,
            "Not before the new budget in July. Start with one cart."
        ),
        new(
            7,
            "11:20",
            "Place students who arrive mid-year in the course that week",
            SamplePeople.Marcus.Name,
            PlanLevel.School,
            2,
            28,
            "A one-page course guide in four languages",
            SamplePeople.Dana.Name,
            true,
            "The letter to families becomes the guide."
        ),
        new(
            8,
            "10:05",
            "Try the first library lessons and say how they went",
            SamplePeople.Hannah.Name,
            PlanLevel.School,
            SampleDecisions.ScienceOrLibrary,
            22,
            "Two sets of cards for work without screens"
        ),
        new(
            8,
            "17:05",
            "Answer every family who writes about the course within a week",
            SamplePeople.Dana.Name,
            PlanLevel.System,
            7,
            45,
            "An interpreter on call for Portuguese and Khmer",
            "Family liaisons"
        ),
    ];
}
