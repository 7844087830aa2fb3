using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ContentCheckTests
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

    [Fact]
    public void A_file_that_is_not_YAML_is_found()
    {
        using var copy = new ContentCopy();
        var line = copy.Replace(Structure, "phases:", "phases: [");

        var found = Assert.Single(copy.Found(), problem => problem.File == Structure);

        Assert.StartsWith("This is not readable YAML", found.Message, StringComparison.Ordinal);
        Assert.True(found.Line >= line);
    }

    [Fact]
    public void A_text_that_stands_twice_is_found()
    {
        using var copy = new ContentCopy();
        var line = copy.Replace(English, "  team-missing:", "  team-charge:");

        Assert.Contains(copy.Found(), problem => problem.File == English && problem.Line == line);
    }

    [Fact]
    public void Prerequisites_in_a_circle_are_found_once()
    {
        using var copy = new ContentCopy();
        copy.Replace(Structure, "requires: []", "requires: [vision]");

        var found = Assert.Single(copy.Found());

        Assert.Equal(
            (Structure, copy.LineOf(Structure, "- code: team\n")),
            (found.File, found.Line)
        );
        Assert.Contains("team → vision → team", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlong_title_is_found()
    {
        using var copy = new ContentCopy();
        var line = copy.Replace(English, "title: Form the team", $"title: {new string('a', 61)}");

        var found = Assert.Single(copy.Found());

        Assert.Equal(
            (English, line, "The text has 61 characters: expected at most 60."),
            (found.File, found.Line, found.Message)
        );
    }

    [Fact]
    public void A_required_text_that_is_gone_is_a_problem_in_English_and_a_notice_in_Spanish()
    {
        using var copy = new ContentCopy();
        copy.Replace(
            English,
            "  step-next:\n    question: What will you change next, and who owns it?\n    help: Three changes at most. Put them in the plan before you leave the room.\n",
            ""
        );
        copy.Replace(Spanish, "  step-lens:\n    question:", "  step-lens:\n    example:");

        Assert.Contains(
            copy.Found(),
            problem =>
                problem.File == English
                && problem.Message.Contains("`step-next`", StringComparison.Ordinal)
        );
        Assert.Contains(
            copy.Notices(),
            notice =>
                notice.File == Spanish
                && notice.Message.Contains("`prompts.step-lens.question`", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_language_that_lags_behind_is_a_notice_and_the_content_stays_sound()
    {
        using var copy = new ContentCopy();
        copy.Delete("goals/library.es.yaml");
        var line = copy.Replace("goals/horizons.yaml", ", es: Corto plazo", "");
        copy.Replace(Spanish, "      - Dice por qué.\n", "");

        Assert.Empty(copy.Found());
        Assert.Equal(
            [
                ("goals/horizons.yaml", line),
                ("goals/library.yaml", 1),
                (Spanish, copy.LineOf(Spanish, "      - Nombra a todos")),
            ],
            copy.Notices().Select(notice => (notice.File, notice.Line))
        );
    }

    [Fact]
    public void Missing_English_texts_are_a_problem()
    {
        using var copy = new ContentCopy();
        copy.Delete("goals/library.en.yaml");

        Assert.Contains(
            copy.Found(),
            problem => problem is { File: "goals/library.yaml", Line: 1 }
        );
    }

    [Fact]
    public void Different_placeholders_are_found()
    {
        using var copy = new ContentCopy();
        copy.Replace(English, "title: Form the team", "title: Form the team of {district}");

        var found = Assert.Single(copy.Found());

        Assert.Equal((Spanish, "{district}."), (found.File, found.Message[^11..]));
    }

    [Fact]
    public void A_file_with_another_ending_is_not_passed_over_in_silence()
    {
        using var copy = new ContentCopy();
        copy.Write("goals/more.yml", "code: more\n");

        Assert.Equal("goals/more.yml", Assert.Single(copy.Found()).File);
    }
}
