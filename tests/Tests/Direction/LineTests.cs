using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

public sealed class LineTests
{
    [Theory, EachDatabase]
    public async Task Lines_keep_the_order_that_the_team_gives_them(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        foreach (var list in Enum.GetValues<LineKind>())
        {
            var ids = new List<Guid>();
            foreach (var text in new[] { "one", "two", "three" })
            {
                ids.Add((await here.Line(list, text, kind: PriorityKind.Mission)).Done());
            }

            (await Move(here, list, ids[2], down: false)).Done();
            (await Move(here, list, ids[0], down: true)).Done();
            (await Move(here, list, ids[2], down: false)).Done();

            Assert.Equal(
                ["three", "one", "two"],
                (await here.Lines(list)).Select(line => line.Text)
            );
        }
    }

    [Theory, EachDatabase]
    public async Task A_removed_line_comes_back_to_its_place(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var first = (await here.Line(LineKind.Belief, "first")).Done();
        (await here.Line(LineKind.Belief, "second")).Done();

        (await Remove(here, first)).Done();
        Assert.Equal("second", Assert.Single(await here.Lines(LineKind.Belief)).Text);
        (await Remove(here, first)).IsUnknown();
        (await BringBack(here, first)).Done();
        Assert.Equal(["first", "second"], (await here.Lines(LineKind.Belief)).Select(l => l.Text));
        (await BringBack(here, first)).IsUnknown();
    }

    [Theory, EachDatabase]
    public async Task A_line_is_reworded_once_and_a_second_writer_is_told(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var id = (await here.Line(LineKind.Statement, "before")).Done();
        (await here.Line(LineKind.Statement, "after", id, 1)).Done();

        var conflict = (await here.Line(LineKind.Statement, "mine", id, 1)).Conflicted();

        Assert.Equal((2, "after"), (conflict.Version, conflict.Stored["Text"]));
        (await here.Line(LineKind.Statement, "x", Guid.CreateVersion7(), 1)).IsUnknown();
    }

    [Theory, EachDatabase]
    public async Task A_line_without_words_or_with_too_many_is_refused(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        var empty = (await here.Line(LineKind.Belief, " ")).Refused();
        var tooLong = (await here.Line(LineKind.Belief, new string('é', 501))).Refused();
        var kindless = (await here.Line(LineKind.Priority, "Every child")).Refused();

        Assert.Equal(DirectionSentences.WriteALine, Assert.Single(empty).Sentence);
        Assert.Equal(DirectionSentences.TooLong(500, 501), Assert.Single(tooLong).Sentence);
        Assert.Equal(DirectionSentences.ChooseAKind, Assert.Single(kindless).Sentence);
    }

    [Theory, EachDatabase]
    public async Task A_line_of_another_district_is_not_there(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (district, lead) = await here.Neighbor();
        var id = (await here.Line(LineKind.Belief, "ours")).Done();

        (
            await here.In<RemoveLine, Outcome<Nothing>>(
                district,
                lead,
                use => use.Do(LineKind.Belief, id, here.By(lead))
            )
        ).IsUnknown();
        (
            await here.In<MoveLine, Outcome<Nothing>>(
                district,
                lead,
                use => use.Do(LineKind.Belief, new MoveLine.Input(id, true), here.By(lead))
            )
        ).IsUnknown();
    }

    private static Task<Outcome<Nothing>> Move(
        TestWorkspace here,
        LineKind list,
        Guid id,
        bool down
    ) =>
        here.In<MoveLine, Outcome<Nothing>>(use =>
            use.Do(list, new MoveLine.Input(id, down), here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> Remove(TestWorkspace here, Guid id) =>
        here.In<RemoveLine, Outcome<Nothing>>(use =>
            use.Do(LineKind.Belief, id, here.By(here.Lead))
        );

    private static Task<Outcome<Nothing>> BringBack(TestWorkspace here, Guid id) =>
        here.In<BringBackLine, Outcome<Nothing>>(use =>
            use.Do(LineKind.Belief, id, here.By(here.Lead))
        );
}
