using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class StartingPointTests
{
    static readonly ContentFolder Content = new(ContentCopy.Shipped);

    [Fact]
    public void A_district_that_starts_from_nothing_begins_with_the_team()
    {
        var suggestion = Content
            .StartingPoint("pathway", "en")
            .Suggest(["vision-none", "team-none"]);

        Assert.Equal("team", suggestion.Step);
        Assert.EndsWith(".", suggestion.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_gap_in_the_order_of_the_work_comes_first_and_the_rest_follow()
    {
        var suggestions = Content
            .StartingPoint("pathway", "en")
            .Suggestions(["answered-no", "goals-loose", "team-balanced", "gaps-guessed"]);

        Assert.Equal(
            ["left-out", "goals", "answer-back"],
            suggestions.Select(suggestion => suggestion.Step)
        );
    }

    [Fact]
    public void A_district_without_a_gap_steps_back()
    {
        Assert.Equal(
            "step-back",
            Content.StartingPoint("pathway", "es").Suggest(["answered-yes"]).Step
        );
        Assert.Equal("step-back", Content.StartingPoint("pathway", "es").Suggest([]).Step);
    }

    [Fact]
    public void Every_question_can_be_answered_without_leading_anywhere()
    {
        Assert.All(
            Content.StartingPoint("pathway", "en").Questions,
            question => Assert.Contains(question.Answers, answer => answer.Leads is null)
        );
    }
}
