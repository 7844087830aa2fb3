using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>What a row of a sheet says of a goal. What it serves stands as the keys of the lines in order, so that drafts can be compared.</summary>
public sealed record GoalDraft
{
    public string? Statement { get; init; }

    public GoalKind? Kind { get; init; }

    public string? Horizon { get; init; }

    public string? Measure { get; init; }

    public string? Baseline { get; init; }

    public string? Target { get; init; }

    public GoalId? Outcome { get; init; }

    public string Serves { get; init; } = "";
}

/// <summary>Goals from a sheet, found by exactly their words. What a goal serves is named by its words.</summary>
public sealed class PasteGoals(ThroughlineDb db, LanguageFiles files, ContentFolder content)
    : PasteRows<Goal, GoalDraft>(db)
{
    private readonly ThroughlineDb db = db;

    public override string Name => "goals";

    public override TableShape Shape { get; } =
        new(
            "direction.paste.goals",
            [
                new("statement", Most: Limits.Statement, Required: true),
                new(
                    "kind",
                    CellKind.Choice,
                    Words: ["student-outcome", "practice", "support", "access"]
                ),
                new(
                    "horizon",
                    CellKind.Choice,
                    Words: [.. Horizons(content, "en").Select(one => one.Code)]
                ),
                new("measure", Most: Limits.Line),
                new("baseline", Most: Limits.Line),
                new("target", Most: Limits.Line),
                new("outcome", Most: Limits.Statement),
                new("serves", CellKind.Names, 4 * Limits.Line),
            ],
            files,
            (column, code, language) =>
                column.Key == "horizon"
                    ? Horizons(content, language).First(one => one.Code == code).Name
                    : null
        );

    protected override async Task<List<PlannedRow<Goal, GoalDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var goals = await db.Set<Goal>()
            .Include(row => row.Links)
            .Include(row => row.Pictures)
            .AsSplitQuery()
            .Where(row => row.SchoolId == null || row.SchoolId == school)
            .ToListAsync(cancel);
        var served = await ServedLines.Of(db, cancel);
        List<PlannedRow<Goal, GoalDraft>> rows = [];
        foreach (var row in table.Rows)
        {
            var statement = Limits.Tidy(row["statement"]);
            var existing = goals.Find(one => one.SchoolId == school && one.Statement == statement);
            var former = existing is null ? new GoalDraft() : DraftOf(existing, served);
            var draft = new GoalDraft
            {
                Statement = statement,
                Kind = row["kind"] is { Length: > 0 }
                    ? Choice(row, "kind", former.Kind ?? default)
                    : former.Kind,
                Horizon = row["horizon"] is { Length: > 0 } horizon ? horizon : former.Horizon,
                Measure = Cell(row, "measure", former.Measure),
                Baseline = Cell(row, "baseline", former.Baseline),
                Target = Cell(row, "target", former.Target),
                Outcome = Outcome(table, row, goals, existing, former),
                Serves = Serves(table, row, served, former),
            };
            var effect =
                existing is null ? PasteEffect.Add
                : former == draft ? PasteEffect.Same
                : PasteEffect.Change;
            RefuseWhatIsMissing(table, row, draft, existing, effect);
            rows.Add(new(row, existing, draft, effect));
        }

        RefuseTwice(table, rows.Select(row => (row.Row, row.Draft.Statement ?? "")), "statement");
        return rows;
    }

    protected override async Task Write(
        IReadOnlyList<PlannedRow<Goal, GoalDraft>> rows,
        SchoolId? school,
        Doing doing,
        CancellationToken cancel
    )
    {
        var place = await db.Set<Goal>().MaxAsync(row => (int?)row.Place, cancel) ?? 0;
        var served = await ServedLines.Of(db, cancel);
        foreach (var row in rows.Where(row => row.Effect != PasteEffect.Same))
        {
            var goal = row.Existing;
            if (goal is null)
            {
                goal = new Goal
                {
                    DistrictId = db.District!.Value,
                    Id = Id.New<GoalId>(),
                    SchoolId = school,
                };
                db.Add(goal);
                goal.PutAt(++place);
            }
            else
            {
                // A change of a link alone is a new version of the goal too: its form shows them as one.
                db.Entry(goal).State = EntityState.Modified;
            }

            GoalWriting.Put(TextOf(row.Draft, served), goal, doing);
            db.Happened(row.Effect == PasteEffect.Add ? "goal.pasted" : "goal.changed", goal);
        }
    }

    /// <summary>A new goal needs its kind and its horizon, and a final one changes on its own page, with what was learned.</summary>
    private static void RefuseWhatIsMissing(
        PastedTable table,
        PastedRow row,
        GoalDraft draft,
        Goal? existing,
        PasteEffect effect
    )
    {
        if (draft.Kind is null)
        {
            table.Refuse(
                row,
                row.Has("kind") ? "kind" : "statement",
                DirectionSentences.ChooseAGoalKind
            );
        }

        if (draft.Horizon is null)
        {
            table.Refuse(
                row,
                row.Has("horizon") ? "horizon" : "statement",
                DirectionSentences.ChooseAHorizon
            );
        }

        if (effect == PasteEffect.Change && existing?.FinalizedAt is not null)
        {
            table.Refuse(row, "statement", DirectionSentences.FinalOnItsPage);
        }
    }

    private static GoalId? Outcome(
        PastedTable table,
        PastedRow row,
        List<Goal> goals,
        Goal? existing,
        GoalDraft former
    )
    {
        if (!row.Has("outcome"))
        {
            return former.Outcome;
        }

        if (Cells.Clean(row["outcome"]) is not { } statement)
        {
            return null;
        }

        var outcome = goals.Find(one =>
            one.Kind == GoalKind.StudentOutcome && one.Statement == statement && one != existing
        );
        if (outcome is null)
        {
            table.Refuse(row, "outcome", DirectionSentences.NoSuchOutcome(statement));
        }

        return outcome?.Id;
    }

    private static string Serves(
        PastedTable table,
        PastedRow row,
        ServedLines served,
        GoalDraft former
    )
    {
        if (!row.Has("serves"))
        {
            return former.Serves;
        }

        var (keys, unknown) = served.Find(row["serves"]);
        if (unknown is not null)
        {
            table.Refuse(row, "serves", DirectionSentences.ServesNothingSo(unknown));
        }

        return keys;
    }

    private static GoalDraft DraftOf(Goal goal, ServedLines served) =>
        new()
        {
            Statement = goal.Statement,
            Kind = goal.Kind,
            Horizon = goal.Horizon,
            Measure = goal.Measure,
            Baseline = goal.Baseline,
            Target = goal.Target,
            Outcome = goal.OutcomeId,
            Serves = served.KeysOf(goal.Links),
        };

    private static GoalText TextOf(GoalDraft draft, ServedLines served) =>
        served.Into(
            new GoalText
            {
                Statement = draft.Statement,
                Kind = draft.Kind,
                Horizon = draft.Horizon,
                Measure = draft.Measure,
                Baseline = draft.Baseline,
                Target = draft.Target,
                Outcome = draft.Outcome,
            },
            draft.Serves
        );

    private static IEnumerable<Horizon> Horizons(ContentFolder content, string language) =>
        content.Horizons(language).SelectMany(set => set.Horizons);
}
