using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Plan;

/// <summary>Responsibilities from a sheet, found by exactly their words. Support that is not there yet is added.</summary>
public sealed class PasteResponsibilities(ThroughlineDb db, LanguageFiles files)
    : PastePlanRows<Responsibility, ResponsibilityDraft>(db)
{
    private readonly ThroughlineDb db = db;

    public override string Name => "responsibilities";

    public override TableShape Shape { get; } =
        new(
            "plan.paste.responsibilities",
            [
                new("holder", Most: PlanText.Name),
                new("what", Most: PlanText.Line, Required: true),
                new("level", CellKind.Choice, Words: ["system", "school"]),
                new("from-decision", CellKind.Number, 9),
                new("due", CellKind.Day),
                new("support", Most: PlanText.Line),
            ],
            files
        );

    protected override async Task<List<PlannedRow<Responsibility, ResponsibilityDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var plan = ImplementationPlan.IdOf(db.District!.Value, school);
        var there = await db.Set<Responsibility>()
            .Where(row => row.PlanId == plan)
            .ToListAsync(cancel);
        var needs = await db.Set<SupportNeed>().AsNoTracking().ToListAsync(cancel);
        var decisions = await db.Set<Decision>()
            .Where(row => row.PlanId == plan)
            .ToDictionaryAsync(row => row.Number, row => row.Id, cancel);
        List<PlannedRow<Responsibility, ResponsibilityDraft>> rows = [];
        foreach (var row in table.Rows)
        {
            var existing = there.Find(one => one.What == PlanText.Clean(row["what"]));
            var former = existing is null ? null : DraftOf(existing);
            var draft = (former ?? new ResponsibilityDraft()) with
            {
                What = PlanText.Clean(row["what"]),
                Holder = Cell(row, "holder", former?.Holder),
                Level = Choice(row, "level", former?.Level ?? PlanLevel.System),
                Due = Day(row, "due", former?.Due),
                FromDecision = From(table, row, decisions, former),
                Support = Cell(row, "support", null),
            };
            if (
                needs.Exists(need =>
                    need.ResponsibilityId == existing?.Id && need.What == draft.Support
                )
            )
            {
                draft = draft with { Support = null };
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
        IReadOnlyList<PlannedRow<Responsibility, ResponsibilityDraft>> rows,
        Doing doing,
        CancellationToken cancel
    )
    {
        var team = await Team.Of(db, cancel);
        foreach (var row in rows.Where(row => row.Effect != PasteEffect.Same))
        {
            if (row.Existing is { } line)
            {
                row.Draft.Into(line, team);
                db.AddSupport(line, row.Draft.Support);
                db.Happened("responsibility.revised", line);
            }
            else
            {
                var added = db.AddResponsibility(plan, row.Draft, null, team);
                db.Happened("responsibility.pasted", added);
            }
        }
    }

    private static DecisionId? From(
        PastedTable table,
        PastedRow row,
        Dictionary<int, DecisionId> decisions,
        ResponsibilityDraft? former
    )
    {
        if (!row.Has("from-decision"))
        {
            return former?.FromDecision;
        }

        if (row.Count("from-decision") is not { } number)
        {
            return null;
        }

        if (decisions.TryGetValue(number, out var decision))
        {
            return decision;
        }

        table.Refuse(row, "from-decision", new Sentence("plan.refusal.no-such-number", number));
        return null;
    }

    private static ResponsibilityDraft DraftOf(Responsibility line) =>
        new()
        {
            What = line.What,
            Holder = line.HolderName,
            Level = line.Level,
            FromDecision = line.FromDecisionId,
            Due = line.Due,
        };
}
