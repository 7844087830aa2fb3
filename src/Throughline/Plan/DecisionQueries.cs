using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>
/// The decisions of a district: some dozens, read whole, so that what hangs on what is known. Filtering and sorting are the
/// register's.
/// </summary>
public sealed class DecisionQueries(ThroughlineDb db) : IQueries
{
    public async Task<DecisionView?> One(DecisionId id, CancellationToken cancel = default) =>
        (await All(cancel)).FirstOrDefault(one => one.Id == id);

    /// <summary>In its own plan; elsewhere it is unknown.</summary>
    public async Task<DecisionView?> One(
        DecisionId id,
        SchoolId? school,
        CancellationToken cancel = default
    ) => (await Of(school, cancel)).FirstOrDefault(one => one.Id == id);

    /// <summary>Of one plan: the system's, or a school's.</summary>
    public async Task<IReadOnlyList<DecisionView>> Of(
        SchoolId? school,
        CancellationToken cancel = default
    ) => [.. (await All(cancel)).Where(one => one.School == school)];

    /// <summary>In the order of their numbers, the system's plan first.</summary>
    public Task<IReadOnlyList<DecisionView>> All(CancellationToken cancel = default) =>
        db.Once("plan.decisions", () => Read(cancel));

    private async Task<IReadOnlyList<DecisionView>> Read(CancellationToken cancel)
    {
        var launch = await db.Set<District>()
            .Where(row => row.Id == db.District)
            .Select(row => row.LaunchDate)
            .FirstOrDefaultAsync(cancel);
        var schools = await PlanSchools.Of(db, cancel);
        var team = await Team.Of(db, cancel);
        var decisions = await db.Set<Decision>()
            .AsNoTracking()
            .OrderBy(row => row.Number)
            .ToListAsync(cancel);
        var names = decisions.ToDictionary(
            row => row.Id,
            row => new DecisionName(row.Id, row.Number, row.Question, schools[row.PlanId])
        );
        var parts = await PartsOf(team, cancel);
        return
        [
            .. decisions
                .Select(row => View(row, schools[row.PlanId], launch, team, names, parts))
                .OrderBy(row => row.School is not null)
                .ThenBy(row => row.School?.Value)
                .ThenBy(row => row.Number),
        ];
    }

    private static DecisionView View(
        Decision row,
        SchoolId? school,
        DateOnly? launch,
        Team team,
        Dictionary<DecisionId, DecisionName> names,
        Parts parts
    ) =>
        new(
            row.Id,
            row.Number,
            school,
            row.Question,
            row.Level,
            row.LevelReason,
            row.DeciderId,
            team.NameOf(row.DeciderId, row.DeciderName),
            row.LeadDays,
            row.NeededOn,
            NeededBy.Of(launch, row.LeadDays, row.NeededOn),
            row.BroadSupportSince is not null,
            row.State,
            row.Outcome,
            row.OutcomeReason,
            row.DecidedOn,
            row.ReplacesId is { } former ? names.GetValueOrDefault(former) : null,
            row.ReplacedById is { } later ? names.GetValueOrDefault(later) : null,
            row.Version
        )
        {
            StarterCode = row.StarterCode,
            Stance =
                row is { GivenId: { } given, Stance: { } stance }
                && names.TryGetValue(given, out var its)
                    ? new StanceView(its, stance, row.StanceReason)
                    : null,
            Inputs = [.. parts.Inputs[row.Id]],
            Groups = [.. parts.Groups[row.Id]],
            Options = [.. parts.Options[row.Id]],
            NextSteps = [.. parts.Steps[row.Id]],
            WaitingActions = [.. parts.Waiting[row.Id]],
            Responsibilities = [.. parts.Held[row.Id]],
        };

    private sealed record Parts(
        ILookup<DecisionId, InputView> Inputs,
        ILookup<DecisionId, ConsultationView> Groups,
        ILookup<DecisionId, OptionView> Options,
        ILookup<DecisionId, NextStepView> Steps,
        ILookup<DecisionId, ActionName> Waiting,
        ILookup<DecisionId, ResponsibilityName> Held
    );

    private async Task<Parts> PartsOf(Team team, CancellationToken cancel)
    {
        var inputs = await db.Set<DecisionInput>()
            .AsNoTracking()
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var groups = await db.Set<Consultation>()
            .AsNoTracking()
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var options = await db.Set<DecisionOption>()
            .AsNoTracking()
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var steps = await db.Set<NextStep>()
            .AsNoTracking()
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var waiting = await db.Set<ActionItem>()
            .AsNoTracking()
            .Where(row => row.WaitsForId != null)
            .OrderBy(row => row.Order)
            .ToListAsync(cancel);
        var held = await db.Set<Responsibility>()
            .AsNoTracking()
            .Where(row => row.FromDecisionId != null)
            .ToListAsync(cancel);
        return new Parts(
            inputs.ToLookup(
                row => row.DecisionId,
                row => new InputView(
                    row.Id,
                    row.Part,
                    team.NameOf(row.MemberId, row.Name)!,
                    row.MemberId,
                    row.ToldOn
                )
            ),
            groups.ToLookup(
                row => row.DecisionId,
                row => new ConsultationView(
                    row.Id,
                    row.Group,
                    row.ConsultedOn,
                    row.Heard,
                    row.WaivedReason
                )
            ),
            options.ToLookup(
                row => row.DecisionId,
                row => new OptionView(row.Text, row.Pro, row.Con)
            ),
            steps.ToLookup(
                row => row.DecisionId,
                row => new NextStepView(
                    row.Id,
                    row.What,
                    row.WhoId,
                    team.NameOf(row.WhoId, row.WhoName),
                    row.Due,
                    row.DoneOn
                )
            ),
            waiting.ToLookup(row => row.WaitsForId!.Value, row => new ActionName(row.Id, row.What)),
            held.ToLookup(
                row => row.FromDecisionId!.Value,
                row => new ResponsibilityName(
                    row.Id,
                    row.What,
                    team.NameOf(row.HolderId, row.HolderName)
                )
            )
        );
    }
}
