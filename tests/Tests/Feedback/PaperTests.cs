using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class PaperTests
{
    private static readonly Questionnaire Whole = Form(
        Leaf(
            "one",
            Choice("class", "Yes", "No") with
            {
                Required = true,
                Other = true,
            },
            Choice("which", "Red", "Green", "Blue") with
            {
                Kind = QuestionKind.Several,
                Most = 2,
            },
            Choice("best", "Red", "Green", "Blue") with
            {
                Kind = QuestionKind.Ranking,
            },
            Choice("table", "Much", "Little") with
            {
                Kind = QuestionKind.Matrix,
                Rows = [Option("a", "A"), Option("b", "B")],
            },
            Line("age") with
            {
                Kind = QuestionKind.Number,
            }
        ),
        Leaf("two", Line("why")) with
        {
            ShowIf = new Condition("class", ["yes"]),
        }
    );

    private static (AnswerEntries Entries, List<EntryProblem> Problems) Read(
        params (string Field, string Text)[] typed
    ) =>
        PaperEntries.Read(
            Whole,
            field =>
                typed.Where(pair => pair.Field == field).Select(pair => pair.Text).FirstOrDefault()
        );

    [Fact]
    public void Numbers_stand_for_options()
    {
        var (entries, problems) = Read(
            ("class", "1"),
            ("which", "3, 1"),
            ("best", "2 3 1"),
            ("table.a", "2"),
            ("age", "7,5"),
            ("why", "Because")
        );

        Assert.Empty(problems);
        Assert.Equal(
            """{"class":"yes","which":["blue","red"],"best":["green","blue","red"],"table.a":"little","age":"7.5","why":"Because"}""",
            entries.ToJson()
        );
    }

    [Fact]
    public void What_a_paper_leaves_empty_is_no_problem_and_what_it_should_not_have_answered_is_dropped()
    {
        var (entries, problems) = Read(("class", "2"), ("why", "Because"));

        Assert.Empty(problems);
        Assert.Equal("""{"class":"no"}""", entries.ToJson());
    }

    [Theory]
    [InlineData("class", "3", "bad-number")]
    [InlineData("class", "yes", "bad-number")]
    [InlineData("class", "1 2", "problem.choose-at-most")]
    [InlineData("which", "1,2,3", "problem.choose-at-most")]
    [InlineData("best", "1,1", "problem.ranked-twice")]
    [InlineData("age", "old", "problem.number")]
    public void A_slip_of_the_finger_is_told_beside_its_field(string field, string text, string key)
    {
        var problem = Assert.Single(Read((field, text)).Problems);

        Assert.Equal((field, key), (problem.Code, problem.Key));
    }

    [Theory, EachDatabase]
    public async Task The_same_paper_typed_twice_counts_once(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        await here.Opened(round);
        var paper = await here.Channel(round, ChannelKind.Paper);

        var first = Done(await here.TypeIn(round, paper.Id, " a-17 ", "first"));
        var second = await here.TypeIn(round, paper.Id, "A-17", "second");
        var other = Done(await here.TypeIn(round, paper.Id, "A-18", "third"));

        Assert.Equal(["typed-before"], Refused(second));
        Assert.Equal(2, await here.Count(round));
        Assert.NotEqual(first, other);
        Assert.Contains("first", await here.Texts(round));

        var replaced = Done(await here.TypeIn(round, paper.Id, "A-17", "mended", replace: true));

        Assert.Equal(first, replaced);
        Assert.Equal(2, await here.Count(round));
        Assert.DoesNotContain("first", await here.Texts(round));
        Assert.Contains("mended", await here.Texts(round));
    }

    [Theory, EachDatabase]
    public async Task Papers_are_taken_after_the_last_day_and_until_the_answers_go(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        var paper = await here.Channel(round, ChannelKind.Paper);
        Assert.Equal(["not-taken-any-more"], Refused(await here.TypeIn(round, paper.Id, "1", "x")));

        await here.Opened(round, daysOpen: 5, daysKept: 30);
        here.Clock.Advance(TimeSpan.FromDays(20));
        Done(await here.TypeIn(round, paper.Id, "1", "x"));
        here.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Equal(["not-taken-any-more"], Refused(await here.TypeIn(round, paper.Id, "2", "x")));
    }

    [Theory, EachDatabase]
    public async Task A_blank_paper_or_one_without_a_number_is_refused(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        await here.Opened(round);
        var paper = await here.Channel(round, ChannelKind.Paper);
        var link = await here.Channel(round, ChannelKind.Link);

        Assert.Equal(["enter-a-serial"], Refused(await here.TypeIn(round, paper.Id, "№ 1", "x")));
        Assert.Equal(["paper-is-blank"], Refused(await here.TypeIn(round, paper.Id, "1", "")));
        Assert.IsType<Outcome<string>.Unknown>(await here.TypeIn(round, link.Id, "1", "x"));
        Assert.Equal(0, await here.Count(round));
    }

    [Theory, EachDatabase]
    public async Task Another_district_types_nothing_in(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var round = await here.Prepared();
        await here.Opened(round);
        var paper = await here.Channel(round, ChannelKind.Paper);
        var stranger = await here.AddPerson("sam@other.example", "Sam Stranger");
        var (other, _) = await here.AddDistrict("other", stranger);

        var outcome = await here.In<TypeInPaper, Outcome<string>>(
            other,
            stranger,
            use => use.Do(PaperWork.Input(round, paper.Id, "1", "x", false), here.By(stranger))
        );

        Assert.IsType<Outcome<string>.Unknown>(outcome);
        Assert.Equal(0, await here.Count(round));
    }
}

internal static class PaperWork
{
    public static TypeInPaper.Input Input(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        string serial,
        string why,
        bool replace
    )
    {
        var entries = new AnswerEntries();
        entries.Set("why", why.Length == 0 ? [] : [why]);
        return new TypeInPaper.Input(round, channel, 1, "en", serial, entries, replace);
    }

    public static Task<Outcome<string>> TypeIn(
        this TestWorkspace here,
        FeedbackRoundId round,
        FeedbackChannelId channel,
        string serial,
        string why,
        bool replace = false
    ) =>
        here.In<TypeInPaper, Outcome<string>>(use =>
            use.Do(Input(round, channel, serial, why, replace), here.By(here.Lead))
        );

    public static async Task<string> Texts(this TestWorkspace here, FeedbackRoundId round)
    {
        var texts = new List<string>();
        await here.Storage.Answers.ReadSent(
            here.District,
            round,
            answer => texts.Add(System.Text.Encoding.UTF8.GetString(answer.Entries)),
            CancellationToken.None
        );
        return string.Join('\n', texts);
    }
}
