using Throughline.Analysis.Opinion;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;
using static Throughline.Tests.Feedback.Voting;

namespace Throughline.Tests.Feedback;

/// <summary>What people agree on, and in which order they are asked.</summary>
public sealed class HearStatementsTests
{
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
        // Counted beside the pages: the first of them may still have the order as written.
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

    private static StatementHeard Said(StatementsHeard heard, string code) =>
        heard.Statements.Single(one => one.Statement.Code == code);

    private static async Task<StatementsHeard> Hear(
        TestWorkspace here,
        OpenForm form,
        string? by = null
    ) => (await here.In<HearStatements, StatementsHeard?>(use => use.Do(form.Round, "view", by)))!;
}
