using Throughline.Analysis.Opinion;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

/// <summary>Statements that people vote on, and those that they propose themselves.</summary>
public sealed class StatementTests
{
    private static readonly Question View = new()
    {
        Code = "view",
        Kind = QuestionKind.Statements,
        Text = Say("What do you think?"),
        Options = Votes.Options(Say),
        Rows = [.. Enumerable.Range(1, 8).Select(n => new Option($"s{n}", Say($"Statement {n}.")))],
        Other = true,
    };

    private static readonly Questionnaire Form = Pages(
        Page("p", View),
        Page("q", Ask("role", QuestionKind.Choice, "family", "teacher") with { Segment = "role" })
    );

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
    public async Task Votes_are_told_by_group_and_no_group_of_fewer_than_ten()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var form = await OpenForm.In(here, Form);
        for (var person = 0; person < 9; person++)
        {
            await Vote(here, form, ("view.s1", Votes.Agree), ("role", "family"));
        }

        Assert.Null((await Hear(here, form)).Voters);
        for (var person = 0; person < 21; person++)
        {
            await Vote(
                here,
                form,
                ("view.s1", person < 14 ? Votes.Agree : Votes.Disagree),
                ("view.s2", Votes.Pass),
                ("role", "teacher")
            );
        }

        // Nine families: with them hidden, the teachers would be the whole without them.
        var heard = await Hear(here, form, "role");
        Assert.Equal((30, 0, true), (heard.Voters, heard.Groups.Count, heard.HidesGroups));
        Assert.Equal(new Answers(23, 7, 0), Said(heard, "s1").All);
        Assert.Equal(new Answers(0, 0, 21), Said(heard, "s2").All);
        Assert.Equal(UnclearGroups.TooFewVoters, heard.Unclear);

        await Vote(here, form, ("view.s1", Votes.Disagree), ("role", "family"));
        heard = await Hear(here, form, "role");
        Assert.Equal(["family", "teacher"], heard.Groups.Select(group => group.Code));
        Assert.Equal([new Answers(9, 1, 0), new Answers(14, 7, 0)], Said(heard, "s1").ByGroup);
        // Of 31, 23 agree: for certain more than half. Of the teachers 14 of 21: from 45 % on, so not for certain.
        Assert.False(Said(heard, "s1").IsShared);
        Assert.True(Said(await Hear(here, form), "s1").IsShared);
    }

    [Fact]
    public async Task Two_camps_are_found_and_what_parts_them_and_nobody_is_found_in_one_camp()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var form = await OpenForm.In(here, Form);
        var random = new Random(1);
        for (var person = 0; person < 60; person++)
        {
            await Vote(
                here,
                form,
                [
                    .. Enumerable
                        .Range(1, 8)
                        .Select(statement =>
                        {
                            // Four statements part them; on the other four most agree.
                            var agrees = statement > 4 || person % 2 == 0;
                            var errs = random.NextDouble() < 0.1;
                            return (
                                $"view.s{statement}",
                                agrees != errs ? Votes.Agree : Votes.Disagree
                            );
                        }),
                ]
            );
        }

        var heard = await Hear(here, form);
        Assert.Null(heard.Unclear);
        Assert.All(heard.LikeMinded, group => Assert.InRange(group.Size, 28, 32));
        Assert.Equal(2, heard.LikeMinded.Count);
        Assert.All(
            heard.LikeMinded,
            group =>
            {
                Assert.NotEmpty(group.Apart);
                Assert.All(
                    group.Apart,
                    apart => Assert.Contains(apart.Statement.Code, new[] { "s1", "s2", "s3", "s4" })
                );
            }
        );
        Assert.Equal(
            ["s5", "s6", "s7", "s8"],
            heard
                .Statements.Where(one => one.IsShared)
                .Select(one => one.Statement.Code)
                .Order(StringComparer.Ordinal)
        );

        // One more vote, and it is looked for anew.
        await Vote(here, form, ("view.s1", Votes.Agree));
        Assert.Equal(61, (await Hear(here, form)).Voters);
    }

    [Fact]
    public async Task A_late_statement_stands_before_those_that_many_have_voted_on()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var many = View with
        {
            Rows = [.. Enumerable.Range(1, 14).Select(n => new Option($"s{n}", Say($"S {n}.")))],
        };
        var form = await OpenForm.In(here, Pages(Page("p", many)));
        for (var person = 0; person < 12; person++)
        {
            await Vote(
                here,
                form,
                [.. Enumerable.Range(1, 13).Select(n => ($"view.s{n}", Votes.Agree))]
            );
        }

        var round = (
            await here.In<RespondentQueries, AskedRound?>(use =>
                use.Find(form.Code, CancellationToken.None)
            )
        )!;
        var order = new StatementOrder(here.Storage, here.Clock);
        Assert.Equal("s1", order.Of(round).Of(many)[0].Code);
        var first = "";
        for (var wait = 0; wait < 100 && first != "s14"; wait++)
        {
            await Task.Delay(50);
            first = order.Of(round).Of(many)[0].Code;
        }

        Assert.Equal("s14", first);
        // What nobody counted yet is what nobody has seen.
        var more = many with
        {
            Rows = [.. many.Rows, new Option("own-1", Say("New."))],
        };
        Assert.Equal("own-1", order.Of(round).Of(more)[0].Code);
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

    private static StatementHeard Said(StatementsHeard heard, string code) =>
        heard.Statements.Single(one => one.Statement.Code == code);

    private static IEnumerable<string> Own(Question question) =>
        question
            .Rows.Where(row => row.Code.StartsWith(Votes.OwnPrefix, StringComparison.Ordinal))
            .Select(row => row.Text.In("en"));

    private static async Task<Question> Asked(TestWorkspace here, OpenForm form) =>
        (await here.Asked(form.Round)).Question("view")!;

    private static async Task<StatementsHeard> Hear(
        TestWorkspace here,
        OpenForm form,
        string? by = null
    ) => (await here.In<HearStatements, StatementsHeard?>(use => use.Do(form.Round, "view", by)))!;

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

    private static Task<AnswerId> Vote(
        TestWorkspace here,
        OpenForm form,
        params (string Field, string Value)[] said
    ) => Vote(here, form, isSent: true, said);

    private static async Task<AnswerId> Vote(
        TestWorkspace here,
        OpenForm form,
        bool isSent,
        params (string Field, string Value)[] said
    )
    {
        var entries = new AnswerEntries();
        foreach (var (field, value) in said)
        {
            entries.Set(field, [value]);
        }

        var channels = await here.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
            use.Channels(form.Round)
        );
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);
        var answer = new Answer
        {
            DistrictId = here.District,
            RoundId = form.Round,
            Id = FormSecret.AnswerOf(FormSecret.New()),
            ChannelId = channels[0].Id,
            Edition = 1,
            Language = "en",
            SavedOn = today,
            SentOn = isSent ? today : null,
            Entries = entries.ToJson(),
        };
        await here.Storage.Answers.Store([answer], CancellationToken.None);
        return answer.Id;
    }
}
