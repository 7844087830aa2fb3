using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ContentFaultTests
{
    const string Structure = "processes/pathway/process.yaml";
    const string English = "processes/pathway/process.en.yaml";
    const string Spanish = "processes/pathway/process.es.yaml";
    const string Start = "processes/pathway/starting-point.yaml";

    [Theory]
    [InlineData(Structure, "requires: [team]", "requires: [teem]", "no step `teem`")]
    [InlineData(
        Structure,
        "opens: vision",
        "opens: visions",
        "`visions` is not known here: expected team, "
    )]
    [InlineData(
        Structure,
        "rows: [DP-03] }",
        "rows: [DP03] }",
        "expected a feature row such as DP-13"
    )]
    [InlineData(
        Structure,
        "minutes: 45",
        "minutes: soon",
        "`minutes` was expected to be a whole number"
    )]
    [InlineData(Structure, "minutes: 45", "minutes: 900", "240 or less")]
    [InlineData(Structure, "edition: \"2026.1\"", "edition: 2026.1", "put it in quotes")]
    [InlineData(Structure, "kind: choice", "kind: long", "choices if, and only if")]
    [InlineData(
        Structure,
        "code: launch-date,",
        "code: team-members,",
        "`team-members` stands in `prompts` already, on line"
    )]
    [InlineData(
        Structure,
        "code: launch-date,",
        "code: Launch_Date,",
        "lower-case letters, digits and hyphens"
    )]
    [InlineData(
        Structure,
        "provenance: original",
        "provenance: found",
        "`original`, `adapted from ...`"
    )]
    [InlineData(
        English,
        "title: Form the team",
        "titel: Form the team",
        "`titel` is not known here: expected title, lead"
    )]
    [InlineData(English, "title: Form the team", "title: ", "`title` is empty: expected a text")]
    [InlineData(
        English,
        "title: Form the team",
        "title: \"  \"",
        "`title` is empty: expected a text"
    )]
    [InlineData(
        English,
        "  team-charge:",
        "  team-charged:",
        "`team-charged` is no code of `prompts`"
    )]
    [InlineData(
        Spanish,
        "  team-charge:",
        "  team-charged:",
        "`team-charged` is no code of `prompts`"
    )]
    [InlineData(English, "status: reviewed", "status: fine", "expected reviewed, draft-unreviewed")]
    [InlineData(Start, "leads: left-out", "leads: left-behind", "no step `left-behind`")]
    [InlineData(
        "goals/library.yaml",
        "kind: practice",
        "kind: habit",
        "expected student-outcome, practice"
    )]
    [InlineData(
        "processes/pathway/decisions.yaml",
        "decider: Superintendent",
        "decider: Boss",
        "`Boss` is not known here"
    )]
    [InlineData(
        "processes/pathway/responsibilities.yaml",
        "decision: devices",
        "decision: device",
        "no decision `device`"
    )]
    public void A_fault_is_found_with_its_file_and_line(
        string file,
        string old,
        string broken,
        string said
    )
    {
        using var copy = new ContentCopy();
        var line = copy.Replace(file, old, broken);

        var found = copy.Found()
            .Where(problem => problem.Message.Contains(said, StringComparison.Ordinal))
            .ToList();

        Assert.True(found.Count == 1, string.Join('\n', copy.Found()));
        Assert.Equal((file, line), (found[0].File, found[0].Line));
        Assert.EndsWith(".", found[0].Message, StringComparison.Ordinal);
    }
}
