using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>What comes out of a posted page: what can have been answered, and nothing else.</summary>
public sealed class ReadSectionTests
{
    [Fact]
    public void Only_what_the_question_offers_is_taken()
    {
        var (entries, problems) = Read(
            Ask("a", QuestionKind.Choice, "x", "y"),
            ("a", ["z", "y", "x"])
        );
        Assert.Equal(["y"], entries["a"]);
        Assert.Empty(problems);
    }

    [Fact]
    public void Several_are_taken_once_each_and_counted_against_the_most()
    {
        var question = Ask("a", QuestionKind.Several, "x", "y", "z") with { Most = 2 };
        var (entries, problems) = Read(question, ("a", ["x", "x", "y", "z"]));
        Assert.Equal(["x", "y", "z"], entries["a"]);
        Assert.Equal("problem.choose-at-most", Assert.Single(problems).Key);
    }

    [Fact]
    public void A_required_matrix_needs_every_row()
    {
        var question = Ask("m", QuestionKind.Matrix, "x", "y") with
        {
            Rows = [Option("r1"), Option("r2")],
            Required = true,
        };
        var (entries, problems) = Read(question, ("m.r1", ["x"]));
        Assert.Equal(["x"], entries["m.r1"]);
        Assert.Equal("problem.each-row", Assert.Single(problems).Key);
    }

    [Fact]
    public void A_ranking_closes_its_gaps_and_notices_a_thing_chosen_twice()
    {
        var question = Ask("r", QuestionKind.Ranking, "x", "y", "z");
        Assert.Equal(["z", "x"], Read(question, ("r.1", ["z"]), ("r.3", ["x"])).Entries["r"]);
        var (_, problems) = Read(question, ("r.1", ["z"]), ("r.2", ["z"]));
        Assert.Equal("problem.ranked-twice", Assert.Single(problems).Key);
    }

    [Theory]
    [InlineData("12", "12", null)]
    [InlineData(" 2,5 ", "2.5", null)]
    [InlineData("-1", "-1", "problem.at-least")]
    [InlineData("101", "101", "problem.at-most")]
    [InlineData("1e3", "1e3", "problem.number")]
    [InlineData("NaN", "NaN", "problem.number")]
    [InlineData("twelve", "twelve", "problem.number")]
    [InlineData("1.234,5", "1.234,5", "problem.number")]
    public void A_number_is_read_or_asked_for_again(string typed, string kept, string? problem)
    {
        var question = Ask("n", QuestionKind.Number) with { Least = 0, Most = 100 };
        var (entries, problems) = Read(question, ("n", [typed]));
        Assert.Equal(kept, entries.First("n"));
        Assert.Equal(problem, problems.SingleOrDefault()?.Key);
    }

    [Fact]
    public void Nobodys_words_are_cut_without_a_word()
    {
        var long_ = new string('x', ReadSection.LongLimit + 1);
        var (entries, problems) = Read(Ask("t", QuestionKind.LongText), ("t", [long_]));
        Assert.Equal(long_, entries.First("t"));
        Assert.Equal("problem.too-long", Assert.Single(problems).Key);
    }

    [Fact]
    public void Control_characters_and_direction_overrides_are_dropped_and_the_rest_is_kept()
    {
        var (entries, _) = Read(
            Ask("t", QuestionKind.LongText),
            ("t", ["a\0b\u202Ec <script> 'd'\r\nمرحبا"])
        );
        Assert.Equal("abc <script> 'd'\nمرحبا", entries.First("t"));
    }

    [Fact]
    public void What_is_not_asked_is_not_taken_and_not_demanded()
    {
        var first = Ask("a", QuestionKind.Choice, "x", "y");
        var second = Ask("b", QuestionKind.ShortText) with
        {
            Required = true,
            ShowIf = new Condition("a", ["x"]),
        };
        var entries = new AnswerEntries();
        var problems = ReadSection.Into(
            entries,
            Page("p", first, second),
            Posted(("a", ["y"]), ("b", ["left over"]))
        );
        Assert.Empty(problems);
        Assert.Empty(entries["b"]);
    }

    [Fact]
    public void What_a_later_change_makes_unasked_is_dropped_before_it_is_sent()
    {
        var form = Pages(
            Page("p1", Ask("a", QuestionKind.Choice, "x", "y")),
            Page("p2", Ask("b", QuestionKind.ShortText)) with
            {
                ShowIf = new Condition("a", ["x"]),
            }
        );
        var entries = new AnswerEntries();
        entries.Set("a", ["y"]);
        entries.Set("b", ["said while a was x"]);
        ReadSection.DropUnasked(entries, form);
        Assert.Equal(["a"], entries.Codes);
    }

    [Fact]
    public void Entries_survive_their_json()
    {
        var entries = new AnswerEntries();
        entries.Set("one", ["\"quoted\" \\ <b> \u2028 مرحبا"]);
        entries.Set("two", ["x", "y"]);
        var read = AnswerEntries.FromJson(entries.ToJson());
        Assert.Equal(entries["one"], read["one"]);
        Assert.Equal(entries["two"], read["two"]);
        Assert.Equal(entries.Codes, read.Codes);
    }

    private static (AnswerEntries Entries, List<EntryProblem> Problems) Read(
        Question question,
        params (string Field, string[] Values)[] posted
    )
    {
        var entries = new AnswerEntries();
        var problems = ReadSection.Into(entries, Page("p", question), Posted(posted));
        return (entries, problems);
    }

    private static Func<string, IReadOnlyList<string?>> Posted(
        params (string Field, string[] Values)[] posted
    ) =>
        name =>
            posted.FirstOrDefault(pair => AnswerFields.Prefix + pair.Field == name).Values ?? [];
}
