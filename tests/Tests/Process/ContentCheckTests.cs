using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ContentCheckTests
{
    const string Structure = "processes/pathway/process.yaml";
    const string English = "processes/pathway/process.en.yaml";
    const string Spanish = "processes/pathway/process.es.yaml";

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
                ("goals/library.yaml", copy.LineOf("goals/library.yaml", "code: library")),
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
