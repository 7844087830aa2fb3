using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Plan;

/// <summary>Actions from a sheet, found by exactly their words. A goal is named by its words, a decision by its number.</summary>
public sealed class PasteActions(ThroughlineDb db, PlanGoals goals, LanguageFiles files)
    : PastePlanRows<ActionItem, ActionDraft>(db)
{
    private readonly ThroughlineDb db = db;

    public override string Name => "actions";

    public override TableShape Shape { get; } =
        new(
            "plan.paste.actions",
            [
                new("what", Most: PlanText.Line, Required: true),
                new("goal", Most: PlanText.Line),
                new("owner", Most: PlanText.Name),
                new("due", CellKind.Day),
                new("resources", Most: PlanText.Prose),
                new("evidence", Most: PlanText.Prose),
                new(
                    "status",
                    CellKind.Choice,
                    Words: ["not-started", "under-way", "done", "dropped"]
                ),
                new("dropped-reason", Most: PlanText.Line),
                new("waits-for", CellKind.Number, 9),
            ],
            files
        );

    protected override async Task<List<PlannedRow<ActionItem, ActionDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var plan = ImplementationPlan.IdOf(db.District!.Value, school);
        var there = await db.Set<ActionItem>().Where(row => row.PlanId == plan).ToListAsync(cancel);
        var decisions = await db.Set<Decision>()
            .Where(row => row.PlanId == plan)
            .ToDictionaryAsync(row => row.Number, row => row.Id, cancel);
        var lines = await goals.For(school, cancel);
        List<PlannedRow<ActionItem, ActionDraft>> rows = [];
        foreach (var row in table.Rows)
        {
            var existing = there.Find(one => one.What == PlanText.Clean(row["what"]));
            var former = existing is null ? null : DraftOf(existing);
            var draft = DraftOf(row, former ?? new ActionDraft()) with
            {
                Goal = Goal(table, row, lines, former),
                WaitsFor = WaitsFor(table, row, decisions, former),
            };
            if (draft.Status == ActionStatus.Dropped && draft.DroppedReason is null)
            {
                table.Refuse(
                    row,
                    row.Has("dropped-reason") ? "dropped-reason" : "status",
                    PlanSentences.SayWhyDropped
                );
            }

            var effect =
                former is null ? PasteEffect.Add
                : former == draft ? PasteEffect.Same
                : PasteEffect.Change;
            rows.Add(new(row, existing, draft, effect));
        }

        RefuseTwice(table, rows.Select(row => (row.Row, row.Draft.What ?? "")), "what");
        return rows;
    }

    protected override async Task Write(
        ImplementationPlan plan,
        IReadOnlyList<PlannedRow<ActionItem, ActionDraft>> rows,
        Doing doing,
        CancellationToken cancel
    )
    {
        var order = await db.Set<ActionItem>().CountAsync(row => row.PlanId == plan.Id, cancel);
        var team = await Team.Of(db, cancel);
        foreach (var row in rows.Where(row => row.Effect != PasteEffect.Same))
        {
            var action = row.Existing;
            if (action is null)
            {
                action = new ActionItem
                {
                    DistrictId = plan.DistrictId,
                    Id = Id.New<ActionItemId>(),
                    PlanId = plan.Id,
                    Order = order++,
                };
                db.Add(action);
            }

            row.Draft.Into(action, team);
            db.Happened(row.Effect == PasteEffect.Add ? "action.pasted" : "action.revised", action);
        }
    }

    private static Direction.GoalId? Goal(
        PastedTable table,
        PastedRow row,
        IReadOnlyList<GoalLine> lines,
        ActionDraft? former
    )
    {
        if (!row.Has("goal"))
        {
            return former?.Goal;
        }

        if (PlanText.Clean(row["goal"]) is not { } statement)
        {
            return null;
        }

        var goal = lines.FirstOrDefault(line => line.Statement == statement);
        if (goal is null)
        {
            table.Refuse(row, "goal", PlanSentences.NoSuchGoal(statement));
        }

        return goal?.Id;
    }

    private static DecisionId? WaitsFor(
        PastedTable table,
        PastedRow row,
        Dictionary<int, DecisionId> decisions,
        ActionDraft? former
    )
    {
        if (!row.Has("waits-for"))
        {
            return former?.WaitsFor;
        }

        if (row.Count("waits-for") is not { } number)
        {
            return null;
        }

        if (decisions.TryGetValue(number, out var decision))
        {
            return decision;
        }

        table.Refuse(row, "waits-for", new Sentence("plan.refusal.no-such-number", number));
        return null;
    }

    private static ActionDraft DraftOf(PastedRow row, ActionDraft former)
    {
        var status = Choice(row, "status", former.Status);
        return former with
        {
            What = PlanText.Clean(row["what"]),
            Owner = Cell(row, "owner", former.Owner),
            Due = Day(row, "due", former.Due),
            Resources = Cell(row, "resources", former.Resources),
            Evidence = Cell(row, "evidence", former.Evidence),
            Status = status,
            DroppedReason =
                status == ActionStatus.Dropped
                    ? Cell(row, "dropped-reason", former.DroppedReason)
                    : null,
        };
    }

    private static ActionDraft DraftOf(ActionItem action) =>
        new()
        {
            What = action.What,
            Goal = action.GoalId,
            Owner = action.OwnerName,
            Due = action.Due,
            Resources = action.Resources,
            Evidence = action.Evidence,
            Status = action.Status,
            DroppedReason = action.DroppedReason,
            WaitsFor = action.WaitsForId,
        };
}
