using Throughline.Engagement;
using Throughline.Engagement.Communications;
using Throughline.Kernel;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Engagement;

/// <summary>What is told to whom, and the questions that are expected.</summary>
public sealed class CommunicationTests
{
    [Theory, EachDatabase]
    public async Task What_is_still_to_be_told_stands_first_by_its_day_then_what_was_told(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var told = await Kept(here, new() { Subject = "Told", On = new(2026, 9, 1) });
        await Kept(here, new() { Subject = "No day" });
        await Kept(here, new() { Subject = "Late", On = new(2026, 10, 9) });
        await Kept(here, new() { Subject = "Soon", On = new(2026, 10, 2) });
        await Settle(here, told, new DateOnly(2026, 9, 3));

        var all = await All(here);
        Assert.Equal(["Soon", "Late", "No day", "Told"], all.Select(one => one.Subject));
        Assert.Equal(new DateOnly(2026, 9, 3), all[^1].SentOn);

        await Settle(here, told, null);
        Assert.All(await All(here), one => Assert.Null(one.SentOn));
    }

    [Theory, EachDatabase]
    public async Task Everybody_reads_only_what_is_answered_for_everybody_each_question_once(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        await Kept(
            here,
            new()
            {
                Subject = "Before",
                On = new(2026, 9, 1),
                Questions = [new("Is it free?", "We think so.", true), new("Who?", "We.", false)],
            }
        );
        await Kept(
            here,
            new()
            {
                Subject = "After",
                On = new(2026, 10, 1),
                Questions = [new("is it free?", "Yes.", true), new("When?", null, false)],
            }
        );

        var asked = await here.In<CommunicationQueries, IReadOnlyList<ExpectedView>>(use =>
            use.Public()
        );
        Assert.Equal([new ExpectedView("is it free?", "Yes.", true)], asked);
    }

    [Theory, EachDatabase]
    public async Task An_answer_needs_its_question_and_a_public_question_its_answer(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var refused = await Keep(
            here,
            new()
            {
                Questions =
                [
                    new(" ", "Yes.", false),
                    new("Is it free?", null, true),
                    new("", "", true),
                ],
            }
        );

        Assert.Equal(
            ["Subject", "Input.Questions[0].Question", "Input.Questions[1].Answer"],
            ((Outcome<CommunicationId>.Refused)refused).Refusals.Select(one => one.Field)
        );
        Assert.Empty(await All(here));
    }

    [Theory, EachDatabase]
    public async Task Two_who_change_it_at_once_are_told_and_removed_comes_back_with_its_questions(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = await Kept(here, new() { Subject = "One", Questions = [new("Q", "A", true)] });
        var changed = new KeepCommunication.Input
        {
            Id = id,
            Version = 1,
            Subject = "One",
            Questions = [new("Q", "B", true)],
        };
        Assert.IsType<Outcome<CommunicationId>.Done>(await Keep(here, changed));
        Assert.IsType<Outcome<CommunicationId>.Conflicting>(await Keep(here, changed));

        await here.In<RemoveCommunication, Outcome<Nothing>>(use => use.Do(id, here.By(here.Lead)));
        Assert.Empty(await All(here));
        Assert.Empty(
            await here.In<CommunicationQueries, IReadOnlyList<ExpectedView>>(use => use.Public())
        );
        await here.In<RemoveCommunication, Outcome<Nothing>>(use =>
            use.Undo(id, here.By(here.Lead))
        );
        Assert.Equal("B", (await All(here))[0].Questions[0].Answer);
    }

    [Theory, EachDatabase]
    public async Task A_group_or_a_decision_of_elsewhere_is_unknown(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        foreach (
            var input in new KeepCommunication.Input[]
            {
                new() { Subject = "One", Audience = Id.New<StakeholderGroupId>() },
                new() { Subject = "One", Decision = Id.New<DecisionId>() },
                new() { Subject = "One", Id = Id.New<CommunicationId>() },
            }
        )
        {
            Assert.IsType<Outcome<CommunicationId>.Unknown>(await Keep(here, input));
        }
    }

    private static async Task<CommunicationId> Kept(
        TestWorkspace here,
        KeepCommunication.Input input
    ) => ((Outcome<CommunicationId>.Done)await Keep(here, input)).Value;

    private static Task<Outcome<CommunicationId>> Keep(
        TestWorkspace here,
        KeepCommunication.Input input
    ) =>
        here.In<KeepCommunication, Outcome<CommunicationId>>(use =>
            use.Do(input, here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> Settle(
        TestWorkspace here,
        CommunicationId id,
        DateOnly? on
    ) =>
        here.In<SettleCommunication, Outcome<Nothing>>(use =>
            use.Do(new(id, on), here.By(here.Lead))
        );

    private static Task<IReadOnlyList<CommunicationView>> All(TestWorkspace here) =>
        here.In<CommunicationQueries, IReadOnlyList<CommunicationView>>(use => use.All());
}
