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
internal static partial class SampleAnswers
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

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
