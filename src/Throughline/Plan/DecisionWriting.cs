using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Takes a draft into a decision. What is known of a name already (told, consulted) stays with the name.</summary>
internal static class DecisionWriting
{
    public static async Task Take(
        this ThroughlineDb db,
        Decision decision,
        DecisionDraft draft,
        Team team,
        Doing doing,
        CancellationToken cancel
    )
    {
        decision.Ask(PlanText.Clean(draft.Question)!);
        decision.PlaceAt(draft.Level, PlanText.Clean(draft.LevelReason));
        decision.GiveTo(team.Find(draft.Decider));
        decision.NeedBy(draft.LeadDays, draft.NeededOn);
        decision.NeedBroadSupport(draft.BroadSupport, doing);
        await db.TakeInputs(decision, draft, team, doing, cancel);
        await db.TakeGroups(decision, draft, doing, cancel);
    }

    /// <summary>The stored texts by field, for whoever saved second.</summary>
    public static async Task<Conflict> StoredTexts(
        this ThroughlineDb db,
        Decision decision,
        CancellationToken cancel
    )
    {
        var inputs = await db.Set<DecisionInput>()
            .Where(row => row.DecisionId == decision.Id)
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var groups = await db.Set<Consultation>()
            .Where(row => row.DecisionId == decision.Id)
            .OrderBy(row => row.Order)
            .Select(row => row.Group)
            .ToListAsync(cancel);
        string? Names(InputPart part) =>
            PlanText.Clean(
                string.Join('\n', inputs.Where(row => row.Part == part).Select(row => row.Name))
            );
        return PlanWriting.Stored(
            decision.Version,
            (nameof(DecisionDraft.Question), decision.Question),
            (nameof(DecisionDraft.Level), decision.Level.ToString()),
            (nameof(DecisionDraft.LevelReason), decision.LevelReason),
            (nameof(DecisionDraft.Decider), decision.DeciderName),
            (nameof(DecisionDraft.Recommend), Names(InputPart.Recommend)),
            (nameof(DecisionDraft.Advise), Names(InputPart.Advise)),
            (nameof(DecisionDraft.Inform), Names(InputPart.Inform)),
            (nameof(DecisionDraft.WantsToKnow), Names(InputPart.WantsToKnow)),
            (
                nameof(DecisionDraft.LeadDays),
                decision.LeadDays?.ToString(CultureInfo.InvariantCulture)
            ),
            (
                nameof(DecisionDraft.NeededOn),
                decision.NeededOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            (nameof(DecisionDraft.Consult), PlanText.Clean(string.Join('\n', groups)))
        );
    }

    private static async Task TakeInputs(
        this ThroughlineDb db,
        Decision decision,
        DecisionDraft draft,
        Team team,
        Doing doing,
        CancellationToken cancel
    )
    {
        var kept = await db.Set<DecisionInput>()
            .Where(row => row.DecisionId == decision.Id)
            .ToListAsync(cancel);
        var order = 0;
        foreach (var (part, written) in draft.Inputs())
        {
            var who = team.Find(written)!;
            var there = kept.Find(row =>
                row.Part == part && row.Name.Equals(who.Name, StringComparison.OrdinalIgnoreCase)
            );
            if (there is not null)
            {
                kept.Remove(there);
                there.Order = order++;
                continue;
            }

            db.Add(
                new DecisionInput
                {
                    DistrictId = decision.DistrictId,
                    Id = Id.New<DecisionInputId>(),
                    DecisionId = decision.Id,
                    Part = part,
                    MemberId = who.Member,
                    Name = who.Name,
                    Order = order++,
                }
            );
        }

        kept.ForEach(row => row.Remove(doing));
    }

    private static async Task TakeGroups(
        this ThroughlineDb db,
        Decision decision,
        DecisionDraft draft,
        Doing doing,
        CancellationToken cancel
    )
    {
        var kept = await db.Set<Consultation>()
            .Where(row => row.DecisionId == decision.Id)
            .ToListAsync(cancel);
        var order = 0;
        foreach (var group in PlanText.NamesIn(draft.Consult))
        {
            var there = kept.Find(row =>
                row.Group.Equals(group, StringComparison.OrdinalIgnoreCase)
            );
            if (there is not null)
            {
                kept.Remove(there);
                there.Order = order++;
                continue;
            }

            db.Add(
                new Consultation
                {
                    DistrictId = decision.DistrictId,
                    Id = Id.New<ConsultationId>(),
                    DecisionId = decision.Id,
                    Group = group,
                    Order = order++,
                }
            );
        }

        kept.ForEach(row => row.Remove(doing));
    }
}
