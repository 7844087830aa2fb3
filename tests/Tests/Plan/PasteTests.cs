using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Tables;
using Throughline.Plan;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

public sealed class PasteTests
{
    private const string Block =
        "Question\tWho decides\tBy\tLevel\nWhich band?\tSuperintendent\t11/20/2026\tdistrict\n\"Which\nmaterials?\"\tDana Lead\t2026-12-01\tescuela";

    [Theory, EachDatabase]
    public async Task Looking_changes_nothing_and_saving_is_the_same_twice(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        var preview = await Look(here, Block);
        Assert.Equal([PasteEffect.Add, PasteEffect.Add], preview.Effects);
        Assert.Empty(await All(here));

        Assert.Equal(new PasteDone(2, 0, 0), PlanWork.Done(await Save(here, Block)));
        Assert.Equal(new PasteDone(0, 0, 2), PlanWork.Done(await Save(here, Block)));

        var all = await All(here);
        Assert.Equal(["Which band?", "Which\nmaterials?"], all.Select(one => one.Question));
        Assert.Equal(new DateOnly(2026, 11, 20), all[0].NeededOn);
        Assert.Equal(PlanLevel.School, all[1].Level);
    }

    [Theory, EachDatabase]
    public async Task A_number_or_the_exact_question_finds_the_decision(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        PlanWork.Done(await Save(here, Block));

        var done = await Save(
            here,
            "No.\tQuestion\tWho decides\n1\tWhich band is first?\tPrincipal\n\tWhich third?\tTeachers"
        );

        Assert.Equal(new PasteDone(1, 1, 0), PlanWork.Done(done));
        var all = await All(here);
        Assert.Equal(
            ["Which band is first?", "Which\nmaterials?", "Which third?"],
            all.Select(one => one.Question)
        );
        // A column that the block does not have stays as it was.
        Assert.Equal(new DateOnly(2026, 11, 20), all[0].NeededOn);
    }

    [Theory, EachDatabase]
    public async Task One_bad_cell_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        const string bad =
            "No.\tQuestion\tBy\n\tGood?\t2026-11-20\n7\tBad?\t20/11/2026\n\t=HYPERLINK(1)\t3/4/2026\n\tGood?\tNov 20";

        var preview = await Look(here, bad);
        var saved = await Save(here, bad);

        Assert.Equal(
            [
                (2, 1, "no-such-number"),
                (2, 3, "day-first"),
                (3, 2, "formula"),
                (3, 3, "day-either"),
                (4, 2, "twice"),
                (4, 3, "day"),
            ],
            preview
                .Table.Errors.OrderBy(error => error.Row)
                .ThenBy(error => error.Column)
                .Select(error => (error.Row, error.Column, error.Sentence.Key.Split('.')[^1]))
        );
        Assert.Equal(["mend-the-paste"], PlanWork.Refused(saved));
        Assert.Empty(await All(here));
    }

    [Theory, EachDatabase]
    public async Task Actions_and_responsibilities_name_decisions_by_number(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        PlanWork.Done(await Save(here, Block));

        PlanWork.Done(
            await here.In<PasteActions, Outcome<PasteDone>>(use =>
                use.Do(
                    new() { Text = "Acción\tEstado\tWaits for decision\nBuy kits\tunder way\t2" },
                    here.By(here.Lead)
                )
            )
        );
        PlanWork.Done(
            await here.In<PasteResponsibilities, Outcome<PasteDone>>(use =>
                use.Do(
                    new()
                    {
                        Text =
                            "Who\tHolds\tFrom decision\tSupport it takes\nDana Lead\tLead\t1\tTime",
                    },
                    here.By(here.Lead)
                )
            )
        );

        var all = await All(here);
        Assert.Equal("Buy kits", Assert.Single(all[1].WaitingActions).What);
        Assert.Equal("Dana Lead", Assert.Single(all[0].Responsibilities).Holder);
    }

    [Theory, EachDatabase]
    public async Task Into_a_school_of_another_district_is_unknown(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var theirs = await here.Neighbor();

        var outcome = await here.In<PasteDecisions, Outcome<PasteDone>>(use =>
            use.Do(new() { Text = Block, School = theirs.School }, here.By(here.Lead))
        );

        Assert.IsType<Outcome<PasteDone>.Unknown>(outcome);
    }

    private static Task<PastePreview> Look(TestWorkspace here, string text) =>
        here.In<PasteDecisions, PastePreview>(use => use.Preview(new() { Text = text }));

    private static Task<Outcome<PasteDone>> Save(TestWorkspace here, string text) =>
        here.In<PasteDecisions, Outcome<PasteDone>>(use =>
            use.Do(new() { Text = text }, here.By(here.Lead))
        );

    private static Task<IReadOnlyList<DecisionView>> All(TestWorkspace here) =>
        here.In<DecisionQueries, IReadOnlyList<DecisionView>>(use => use.All());
}
