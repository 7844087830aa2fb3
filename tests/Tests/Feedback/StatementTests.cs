using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;
using static Throughline.Tests.Feedback.Voting;

namespace Throughline.Tests.Feedback;

/// <summary>Statements that people vote on, and those that they propose themselves.</summary>
public sealed class StatementTests
{
    [Theory, EachDatabase]
    public async Task What_somebody_proposed_is_voted_on_once_a_person_let_it_in_and_can_be_taken_out_again(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var bus = await Vote(here, form, ("view.other", "A late bus."));
        var again = await Vote(here, form, ("view.other", "a LATE bus."));
        var rude = await Vote(here, form, ("view.other", "Somebody is a fool."));
        Assert.All(await Proposed(here, form), one => Assert.Null(one.IsIn));

        Assert.Equal(2, Done(await Rule(here, form, (bus, true), (rude, false))));
        var asked = await Asked(here, form);
        Assert.Equal(["A late bus."], Own(asked));
        Assert.Equal(2, (await here.See(form.Round)).Edition);
        Assert.Equal(
            [(bus, true), (rude, false)],
            (await Proposed(here, form))
                .Where(one => one.IsIn is not null)
                .Select(one => (one.Answer, one.IsIn!.Value))
                .OrderByDescending(one => one.Item2)
        );

        // The same words are not asked twice; and they stay as long as one who brought them is in.
        Done(await Rule(here, form, (again, true)));
        Assert.Equal(["A late bus."], Own(await Asked(here, form)));
        Done(await Rule(here, form, (bus, false)));
        Assert.Equal(["A late bus."], Own(await Asked(here, form)));
        Done(await Rule(here, form, (again, false)));
        Assert.Empty(Own(await Asked(here, form)));

        // Back under the code that its votes have, and nothing else is given that code.
        Done(await Rule(here, form, (rude, true)));
        Done(await Rule(here, form, (bus, true)));
        Assert.Equal(
            [("own-2", "Somebody is a fool."), ("own-1", "A late bus.")],
            (await Asked(here, form)).Rows.Skip(8).Select(row => (row.Code, row.Text.In("en")))
        );
    }

    [Theory, EachDatabase]
    public async Task Nobody_rules_on_what_is_not_there_and_the_last_statement_stays(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var form = await OpenForm.In(here, Form);
        var silent = await Vote(here, form, ("view.s1", Votes.Agree));
        var draft = await Vote(here, form, isSent: false, ("view.other", "Not sent yet."));
        var bus = await Vote(here, form, ("view.other", "A late bus."));
        foreach (
            var (answer, question) in new[] { (silent, "view"), (draft, "view"), (bus, "role") }
        )
        {
            Assert.IsType<Outcome<int>.Unknown>(await Rule(here, form, question, (answer, true)));
        }

        var (other, _) = await here.AddDistrict("elsewhere", here.Lead);
        Assert.IsType<Outcome<int>.Unknown>(
            await here.In<RuleOnStatements, Outcome<int>>(
                other,
                here.Lead,
                use => use.Do(new(form.Round, "view", [new(bus, true)]), here.By(here.Lead))
            )
        );

        var alone = await OpenForm.In(
            here,
            Pages(Page("p", View with { Rows = [new Option("own-1", Say("A late bus."))] }))
        );
        var mine = await Vote(here, alone, ("view.other", "A late bus."));
        Done(await Rule(here, alone, (mine, true)));
        Assert.Equal(
            ["last-statement"],
            FeedbackWork.Refused(await Rule(here, alone, (mine, false)))
        );
    }

    [Fact]
    public void Only_agree_disagree_and_pass_can_be_said_to_a_statement()
    {
        var wrong = View with { Options = [Option("agree"), Option("disagree")] };
        Assert.Contains(
            QuestionnaireCheck.Of(Pages(Page("p", wrong))),
            problem => problem.Sentence.Key == "feedback.refusal.votes-only"
        );
        Assert.Empty(QuestionnaireCheck.Of(Form));
    }

    [Theory]
    [InlineData("view.s1", "maybe", null)]
    [InlineData("view.s1", "pass", "pass")]
    [InlineData("view.s99", "agree", null)]
    public void A_vote_that_cannot_be_is_none(string field, string posted, string? read)
    {
        var entries = new AnswerEntries();
        ReadSection.Into(
            entries,
            Form.Sections[0],
            name => name == AnswerFields.Prefix + field ? [posted] : []
        );
        Assert.Equal(read, entries.First(field));
    }

    private static T Done<T>(Outcome<T> outcome) => FeedbackWork.Done(outcome);

    private static IEnumerable<string> Own(Question question) =>
        question
            .Rows.Where(row => row.Code.StartsWith(Votes.OwnPrefix, StringComparison.Ordinal))
            .Select(row => row.Text.In("en"));

    private static async Task<Question> Asked(TestWorkspace here, OpenForm form) =>
        (await here.Asked(form.Round)).Question("view")!;

    private static Task<IReadOnlyList<ProposedStatement>> Proposed(
        TestWorkspace here,
        OpenForm form
    ) =>
        here.In<StatementQueries, IReadOnlyList<ProposedStatement>>(use =>
            use.Proposed(form.Round, View)
        );

    private static Task<Outcome<int>> Rule(
        TestWorkspace here,
        OpenForm form,
        params (AnswerId Answer, bool IsIn)[] rulings
    ) => Rule(here, form, "view", rulings);

    private static Task<Outcome<int>> Rule(
        TestWorkspace here,
        OpenForm form,
        string question,
        params (AnswerId Answer, bool IsIn)[] rulings
    ) =>
        here.In<RuleOnStatements, Outcome<int>>(use =>
            use.Do(
                new(
                    form.Round,
                    question,
                    [.. rulings.Select(one => new RuleOnStatements.Ruling(one.Answer, one.IsIn))]
                ),
                here.By(here.Lead)
            )
        );
}
