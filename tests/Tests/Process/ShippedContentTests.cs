using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ShippedContentTests
{
    static readonly ContentFolder Content = new(ContentCopy.Shipped);

    [Fact]
    public void The_shipped_content_has_no_problems()
    {
        var report = ContentCheck.Run(ContentCopy.Shipped);

        Assert.Empty(
            report
                .Problems.Where(problem => problem.Severity == ContentSeverity.Problem)
                .Select(p => p.ToString())
        );
        Assert.True(report.IsSound);
        Assert.True(report.Files >= 17);
    }

    [Fact]
    public void The_guided_process_and_the_goals_are_complete_in_Spanish()
    {
        var report = ContentCheck.Run(ContentCopy.Shipped);

        Assert.Empty(
            report
                .Problems.Where(problem =>
                    problem.File.StartsWith("processes/pathway/", StringComparison.Ordinal)
                )
                .Concat(
                    report.Problems.Where(problem =>
                        problem.File.StartsWith("goals/", StringComparison.Ordinal)
                    )
                )
                .Select(problem => problem.ToString())
        );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Everything_loads_with_its_words(string language)
    {
        var process = Content.Process("pathway", language);

        Assert.Equal(
            ["prepare", "direction", "plan", "learn"],
            process.Phases.Select(phase => phase.Code)
        );
        Assert.Equal("2026.1", process.Edition);
        Assert.False(process.Wording.FellBack);
        Assert.All(process.Steps, step => Assert.InRange(step.Prompts.Count, 2, 8));
        Assert.Equal(8, Content.StartingPoint("pathway", language).Questions.Count);
        Assert.Equal(16, Content.Goals(language).Goals.Count);
        Assert.Equal(20, Content.Decisions("pathway", language).Decisions.Count);
        Assert.Equal(8, Content.Responsibilities("pathway", language).Responsibilities.Count);
        Assert.Equal(
            ["terms", "years", "months"],
            Content.Horizons(language).Select(set => set.Code)
        );
        Assert.Equal(7, Content.RationaleValues(language).Values.Count);
    }

    [Fact]
    public void Key_actions_are_numbered_by_their_place()
    {
        var actions = Content
            .Process("pathway", "en")
            .Phases.SelectMany(phase => phase.Actions)
            .ToList();

        Assert.Equal(["1.1", "1.2", "2.1"], actions.Take(3).Select(action => action.Number));
    }

    [Fact]
    public void A_prerequisite_never_stands_after_the_step_that_it_helps()
    {
        var codes = Content.Process("pathway", "en").Steps.Select(step => step.Code).ToList();

        Assert.All(
            Content.Process("pathway", "en").Steps,
            step =>
                Assert.All(
                    step.Requires,
                    code => Assert.True(codes.IndexOf(code) < codes.IndexOf(step.Code), step.Code)
                )
        );
    }

    [Fact]
    public void A_school_reads_its_own_lead_and_only_its_own_prompts()
    {
        var headline = Content.Process("pathway", "en").FindStep("headline")!;

        Assert.Contains(
            "your school",
            headline.LeadFor(ContentLevel.School),
            StringComparison.Ordinal
        );
        Assert.Equal(headline.Lead, headline.LeadFor(ContentLevel.System));
        Assert.Equal(
            ["headline-share"],
            headline.PromptsFor(ContentLevel.School).Select(prompt => prompt.Code)
        );
    }

    [Fact]
    public void The_pictures_of_success_use_the_horizons_of_the_set_years()
    {
        var years = Content.Horizons("en").Single(set => set.Code == "years");

        Assert.All(
            Content.Goals("en").Goals,
            goal =>
                Assert.Equal(
                    years.Horizons.Select(horizon => horizon.Code),
                    goal.SuccessPictures.Keys
                )
        );
    }

    [Theory]
    [InlineData("gear")]
    [InlineData("SCRIPT")]
    [InlineData("PACE ")]
    [InlineData("Clearinghouse")]
    public void No_text_uses_an_owned_word(string word)
    {
        Assert.All(
            System.IO.Directory.EnumerateFiles(
                ContentCopy.Shipped,
                "*.yaml",
                SearchOption.AllDirectories
            ),
            path => Assert.DoesNotContain(word, File.ReadAllText(path), StringComparison.Ordinal)
        );
    }
}
