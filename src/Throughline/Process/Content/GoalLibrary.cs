namespace Throughline.Process.Content;

public enum SampleGoalKind
{
    StudentOutcome,
    Practice,
    Support,
    Access,
}

/// <summary>A goal to copy and adapt. The pictures are keyed by the horizons of the set `years`.</summary>
public sealed record SampleGoal(
    string Code,
    SampleGoalKind Kind,
    IReadOnlyList<string> GradeBands,
    ContentLevel Level,
    string Title,
    string Statement,
    IReadOnlyDictionary<string, string> SuccessPictures,
    string Measure,
    IReadOnlyList<string> Considerations
);

public sealed record GoalLibrary(
    Wording Wording,
    string Provenance,
    IReadOnlyList<SampleGoal> Goals
)
{
    static readonly string[] Horizons = ["year-1", "years-2-3", "beyond-3"];

    internal static GoalLibrary From(ContentNode structure, TextSource texts)
    {
        List<SampleGoal> goals =
        [
            .. structure.ItemsOf("goals").Select(goal => GoalOf(goal, texts)),
        ];
        return new GoalLibrary(texts.Wording, structure.Need("provenance"), goals);
    }

    static SampleGoal GoalOf(ContentNode goal, TextSource texts)
    {
        var code = goal.Need("code");
        return new SampleGoal(
            code,
            goal.Word<SampleGoalKind>("kind"),
            goal.List("bands"),
            goal.Word<ContentLevel>("level"),
            texts.Text("goals", code, "title"),
            texts.Text("goals", code, "statement"),
            Horizons.ToDictionary(
                horizon => horizon,
                horizon => texts.Text("goals", code, "pictures", horizon),
                StringComparer.Ordinal
            ),
            texts.Text("goals", code, "measure"),
            texts.List("goals", code, "considerations")
        );
    }
}
