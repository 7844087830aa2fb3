using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Testing;
using Throughline.Tests.Direction;

namespace Throughline.Tests;

public sealed class HistoryTests
{
    [Theory, EachDatabase]
    public async Task A_things_history_is_read_newest_first_with_who_and_what_changed(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Line(LineKind.Belief, "before")).Done();
        (await here.Line(LineKind.Belief, "after", id, 1)).Done();

        var history = await Read(here, id);

        Assert.Equal(
            ["happening.core-belief.reworded", "happening.core-belief.added"],
            history.Select(entry => entry.Sentence)
        );
        Assert.All(history, entry => Assert.Equal("Dana Lead", entry.WhoName));
        var text = Assert.Single(history[0].Changes);
        Assert.Equal(
            ("Text", "before", "after", false),
            (text.Field, text.Old, text.New, text.CanRestore)
        );
        Assert.True(history[1].Changes.Single(change => change.Field == "Text").CanRestore);
    }

    [Theory, EachDatabase]
    public async Task An_earlier_text_comes_back_as_a_new_version(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Line(LineKind.Belief, "before")).Done();
        (await here.Line(LineKind.Belief, "after", id, 1)).Done();
        var added = (await Read(here, id))[^1].Id;

        (await Restore(here, added, "Text", 1)).Conflicted();
        (await Restore(here, added, "Text", 2)).Done();

        var line = Assert.Single(await here.Lines(LineKind.Belief));
        Assert.Equal(("before", 3), (line.Text, line.Version));
        var history = await Read(here, id);
        Assert.Equal("happening.text.restored", history[0].Sentence);
        Assert.True(history[1].Changes.Single().CanRestore);
    }

    [Theory, EachDatabase]
    public async Task Only_texts_meant_for_it_are_restored_and_only_in_their_district(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (district, lead) = await here.Neighbor();
        var id = (await here.Line(LineKind.Belief, "before")).Done();
        var added = (await Read(here, id))[^1].Id;

        (await Restore(here, added, "Place", 1)).IsUnknown();
        (await Restore(here, added, "RemovedAt", 1)).IsUnknown();
        (await Restore(here, added, null, 1)).IsUnknown();
        (await Restore(here, Id.New<HappeningId>(), "Text", 1)).IsUnknown();
        (
            await here.In<RestoreText, Outcome<Nothing>>(
                district,
                lead,
                use => use.Do(new RestoreText.Input(added, "Text", 1), here.By(lead))
            )
        ).IsUnknown();
    }

    [Theory, EachDatabase]
    public async Task A_final_goal_asks_what_was_learned_before_an_earlier_text_returns(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Goal(DirectionTestbed.Draft("first"))).Done();
        (await here.Revise(id, DirectionTestbed.Draft("second") with { Version = 1 })).Done();
        (
            await here.In<FinalizeGoal, Outcome<Nothing>>(u => u.Do(id, 2, here.By(here.Lead)))
        ).Done();
        var written = (await Read(here, id.Value))[^1].Id;

        Assert.Equal(
            DirectionSentences.SayWhatYouLearned,
            Assert.Single((await Restore(here, written, "Statement", 3)).Refused()).Sentence
        );
        (await Restore(here, written, "Statement", 3, "The first one was clearer.")).Done();

        var goal = await here.OneGoal(id);
        Assert.Equal("first", goal.Statement);
        Assert.Equal("second", Assert.Single(goal.Revisions).Former);
    }

    [Theory, EachDatabase]
    public async Task Saves_of_one_sitting_read_as_one_change(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Vision("E")).Done();
        (await here.Vision("Every", 1)).Done();
        here.Clock.Advance(TimeSpan.FromMinutes(5));
        (await here.Vision("Every student", 2)).Done();
        here.Clock.Advance(TimeSpan.FromHours(2));
        (await here.Vision("Every student creates", 3)).Done();
        var vision = (await here.ReadVision())!.Id.Value;

        var texts = (await Read(here, vision))
            .Select(entry => entry.Changes.Single(change => change.Field == "Text"))
            .Select(change => (change.Old, change.New));

        Assert.Equal([("Every student", "Every student creates"), (null, "Every student")], texts);
    }

    private static Task<IReadOnlyList<HistoryEntry>> Read(TestWorkspace here, Guid subject) =>
        here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(read => read.Of(subject));

    private static Task<Outcome<Nothing>> Restore(
        TestWorkspace here,
        HappeningId happening,
        string? field,
        int version,
        string? why = null
    ) =>
        here.In<RestoreText, Outcome<Nothing>>(use =>
            use.Do(new RestoreText.Input(happening, field, version), here.By(here.Lead, why))
        );
}
