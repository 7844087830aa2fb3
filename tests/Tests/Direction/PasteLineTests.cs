using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Kernel.Tables;
using Throughline.Testing;

namespace Throughline.Tests.Direction;

/// <summary>The short lists from a sheet: a sentence to the row, commas and all.</summary>
public sealed class PasteLineTests
{
    [Theory, EachDatabase]
    public async Task Beliefs_are_added_at_the_end_and_those_that_are_there_stay(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        (await here.Line(LineKind.Belief, "Every child can, and will.")).Done();
        const string block =
            "Every child can, and will.\nTeachers learn, too.\n\"Time, money,\nand trust come first.\"";

        Assert.Equal(
            [PasteEffect.Same, PasteEffect.Add, PasteEffect.Add],
            (
                await here.In<PasteBeliefs, PastePreview>(use =>
                    use.Preview(new PasteInput { Text = block })
                )
            ).Effects
        );
        Assert.Equal(new PasteDone(2, 0, 1), (await Save<PasteBeliefs>(here, block)).Done());

        Assert.Equal(
            [
                "Every child can, and will.",
                "Teachers learn, too.",
                "Time, money,\nand trust come first.",
            ],
            (await here.Lines(LineKind.Belief)).Select(line => line.Text)
        );
        Assert.Equal(new PasteDone(0, 0, 3), (await Save<PasteBeliefs>(here, block)).Done());
    }

    [Theory, EachDatabase]
    public async Task Priorities_say_what_they_are_and_where_they_are_written(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        Assert.Equal(
            new PasteDone(2, 0, 0),
            (
                await Save<PastePriorities>(
                    here,
                    "Prioridad\tQué es\tFuente\nLiteracy for all\tobjetivo\tPlan 2025\nRespect\tvalue\t"
                )
            ).Done()
        );
        Assert.Equal(
            new PasteDone(0, 1, 0),
            (await Save<PastePriorities>(here, "Priority\tSource\nRespect\tHandbook")).Done()
        );

        Assert.Equal(
            [
                ("Literacy for all", PriorityKind.Objective, "Plan 2025"),
                ("Respect", PriorityKind.Value, "Handbook"),
            ],
            (await here.Lines(LineKind.Priority)).Select(line =>
                (line.Text, line.Kind!.Value, line.Source)
            )
        );
        var without = await Save<PastePriorities>(here, "Priority\nCourage");
        Assert.Equal("tables.refusal.mend-the-paste", without.Refused().Single().Sentence.Key);
    }

    [Fact]
    public async Task A_reader_and_a_schools_editor_paste_nothing_here()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var editor = await here.AddPerson("editor@riverside.example", "Rita Riverside");
        await here.AddMember(here.District, editor, Role.Editor, here.School);

        var refused = await here.In<PasteStatements, Outcome<PasteDone>>(use =>
            use.Do(new PasteInput { Text = "Students make things." }, here.By(editor))
        );

        Assert.Equal("common.not-yours", refused.Refused().Single().Sentence.Key);
        Assert.Empty(await here.Lines(LineKind.Statement));
    }

    private static Task<Outcome<PasteDone>> Save<TPaste>(TestWorkspace here, string text)
        where TPaste : IPaste =>
        here.In<TPaste, Outcome<PasteDone>>(use =>
            use.Do(new PasteInput { Text = text }, here.By(here.Lead))
        );
}
