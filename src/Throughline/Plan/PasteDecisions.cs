using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;

namespace Throughline.Plan;

/// <summary>Decisions from a sheet: found by their number, or by exactly their question; new otherwise.</summary>
public sealed class PasteDecisions(ThroughlineDb db, LanguageFiles files)
    : PastePlanRows<Decision, DecisionDraft>(db)
{
    private readonly ThroughlineDb db = db;

    public override string Name => "decisions";

    public override TableShape Shape { get; } =
        new(
            "plan.paste.decisions",
            [
                new("number", CellKind.Number, 9),
                new("question", Most: PlanText.Line, Required: true),
                new("level", CellKind.Choice, Words: ["system", "school"]),
                new("level-reason", Most: PlanText.Line),
                new("decider", Most: PlanText.Name),
                new("recommend", CellKind.Names, PlanText.Names),
                new("advise", CellKind.Names, PlanText.Names),
                new("inform", CellKind.Names, PlanText.Names),
                new("wants-to-know", CellKind.Names, PlanText.Names),
                new("lead", CellKind.Number, 9),
                new("needed-by", CellKind.Day),
                new("consult", CellKind.Names, PlanText.Names),
            ],
            files
        );

    protected override async Task<List<PlannedRow<Decision, DecisionDraft>>> Match(
        PastedTable table,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var plan = ImplementationPlan.IdOf(db.District!.Value, school);
        var there = await db.Set<Decision>().Where(row => row.PlanId == plan).ToListAsync(cancel);
        List<PlannedRow<Decision, DecisionDraft>> rows = [];
        foreach (var row in table.Rows)
        {
            var existing = Find(table, row, there);
            var former = existing is null ? null : await DraftOf(existing, cancel);
            var draft = DraftOf(row, former ?? new DecisionDraft());
            if (draft.LeadDays > NeededBy.LongestLead)
            {
                table.Refuse(row, "lead", PlanSentences.LeadIsOff);
            }

            var effect =
                former is null ? PasteEffect.Add
                : former == draft ? PasteEffect.Same
                : PasteEffect.Change;
            rows.Add(new(row, existing, draft, effect));
        }

        RefuseTwice(
            table,
            rows.Select(row => (row.Row, row.Existing?.Question ?? row.Draft.Question ?? "")),
            "question"
        );
        return rows;
    }

    protected override async Task Write(
        ImplementationPlan plan,
        IReadOnlyList<PlannedRow<Decision, DecisionDraft>> rows,
        Doing doing,
        CancellationToken cancel
    )
    {
        var next = await db.NextNumber(plan.Id, cancel);
        var team = await Team.Of(db, cancel);
        foreach (var row in rows.Where(row => row.Effect != PasteEffect.Same))
        {
            var decision = row.Existing;
            if (decision is null)
            {
                decision = new Decision
                {
                    DistrictId = plan.DistrictId,
                    Id = Id.New<DecisionId>(),
                    PlanId = plan.Id,
                    Number = next++,
                };
                db.Add(decision);
            }
            else
            {
                db.Entry(decision).Property(one => one.Question).IsModified = true;
            }

            await db.Take(decision, row.Draft, team, doing, cancel);
            db.Happened(
                row.Effect == PasteEffect.Add ? "decision.pasted" : "decision.revised",
                decision
            );
        }
    }

    private static Decision? Find(PastedTable table, PastedRow row, List<Decision> there)
    {
        if (row.Count("number") is { } number)
        {
            var numbered = there.Find(one => one.Number == number);
            if (numbered is null)
            {
                table.Refuse(row, "number", new Sentence("plan.refusal.no-such-number", number));
            }

            return numbered;
        }

        return there.Find(one =>
            one.State != DecisionState.Superseded && one.Question == PlanText.Clean(row["question"])
        );
    }

    private static DecisionDraft DraftOf(PastedRow row, DecisionDraft former)
    {
        var consult = Names(Cell(row, "consult", former.Consult));
        return former with
        {
            Question = PlanText.Clean(row["question"]),
            Level = Choice(row, "level", former.Level),
            LevelReason = Cell(row, "level-reason", former.LevelReason),
            Decider = Cell(row, "decider", former.Decider),
            Recommend = Names(Cell(row, "recommend", former.Recommend)),
            Advise = Names(Cell(row, "advise", former.Advise)),
            Inform = Names(Cell(row, "inform", former.Inform)),
            WantsToKnow = Names(Cell(row, "wants-to-know", former.WantsToKnow)),
            LeadDays = row.Has("lead") ? row.Count("lead") : former.LeadDays,
            NeededOn = Day(row, "needed-by", former.NeededOn),
            Consult = consult,
            BroadSupport = row.Has("consult") ? consult is not null : former.BroadSupport,
        };
    }

    private async Task<DecisionDraft> DraftOf(Decision decision, CancellationToken cancel)
    {
        var stored = (await db.StoredTexts(decision, cancel)).Stored;
        return new DecisionDraft
        {
            Question = decision.Question,
            Level = decision.Level,
            LevelReason = decision.LevelReason,
            Decider = decision.DeciderName,
            Recommend = stored[nameof(DecisionDraft.Recommend)],
            Advise = stored[nameof(DecisionDraft.Advise)],
            Inform = stored[nameof(DecisionDraft.Inform)],
            WantsToKnow = stored[nameof(DecisionDraft.WantsToKnow)],
            LeadDays = decision.LeadDays,
            NeededOn = decision.NeededOn,
            BroadSupport = decision.BroadSupportSince is not null,
            Consult = stored[nameof(DecisionDraft.Consult)],
        };
    }
}
