using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

public sealed class PlanQueries(ThroughlineDb db, DecisionQueries decisions) : IQueries
{
    public async Task<PlanView> Plan(SchoolId? school, CancellationToken cancel = default)
    {
        var id = ImplementationPlan.IdOf(db.District!.Value, school);
        return await db.Set<ImplementationPlan>()
                .AsNoTracking()
                .Where(row => row.Id == id)
                .Select(row => new PlanView(
                    row.Id,
                    row.SchoolId,
                    row.ParentPlanId,
                    row.Note,
                    row.Version
                ))
                .FirstOrDefaultAsync(cancel)
            ?? new PlanView(id, school, null, null, 0);
    }

    /// <summary>How the planning is organized; null where nobody has recorded it.</summary>
    public async Task<ArrangementView?> Arrangement(CancellationToken cancel = default) =>
        await db.Set<PlanningArrangement>()
            .AsNoTracking()
            .Select(row => new ArrangementView(
                row.Id,
                row.Way,
                row.ByDistrict,
                row.BySchools,
                row.Together,
                row.Reason,
                row.Version
            ))
            .FirstOrDefaultAsync(cancel);

    public Task<Team> Team(CancellationToken cancel = default) =>
        Throughline.Plan.Team.Of(db, cancel);

    public async Task<IReadOnlyList<ActionView>> Actions(CancellationToken cancel = default)
    {
        var all = (await decisions.All(cancel)).ToDictionary(one => one.Id);
        return await Actions(all, cancel);
    }

    public async Task<IReadOnlyList<ResponsibilityView>> Responsibilities(
        CancellationToken cancel = default
    )
    {
        var all = (await decisions.All(cancel)).ToDictionary(one => one.Id);
        return await Responsibilities(all, cancel);
    }

    public async Task<IReadOnlyList<ActionView>> Actions(
        SchoolId? school,
        CancellationToken cancel = default
    ) => [.. (await Actions(cancel)).Where(row => row.School == school)];

    public async Task<IReadOnlyList<ResponsibilityView>> Responsibilities(
        SchoolId? school,
        CancellationToken cancel = default
    ) => [.. (await Responsibilities(cancel)).Where(row => row.School == school)];

    internal static DecisionName? Name(Dictionary<DecisionId, DecisionView> all, DecisionId? id) =>
        id is { } known && all.TryGetValue(known, out var one)
            ? new DecisionName(one.Id, one.Number, one.Question, one.School)
            : null;

    internal Task<IReadOnlyList<ActionView>> Actions(
        Dictionary<DecisionId, DecisionView> all,
        CancellationToken cancel
    ) => db.Once("plan.actions", () => ReadActions(all, cancel));

    private async Task<IReadOnlyList<ActionView>> ReadActions(
        Dictionary<DecisionId, DecisionView> all,
        CancellationToken cancel
    )
    {
        var schools = await PlanSchools.Of(db, cancel);
        var team = await Team(cancel);
        var rows = await db.Set<ActionItem>()
            .AsNoTracking()
            .OrderBy(row => row.Order)
            .ThenBy(row => row.Id)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new ActionView(
                row.Id,
                schools[row.PlanId],
                row.GoalId,
                row.What,
                row.OwnerId,
                team.NameOf(row.OwnerId, row.OwnerName),
                row.Due,
                row.Resources,
                row.Evidence,
                row.Status,
                row.DroppedReason,
                Name(all, row.WaitsForId),
                row.WaitsForId is { } id
                    && all.TryGetValue(id, out var decision)
                    && decision.State == DecisionState.Open
                    && row.Status is ActionStatus.NotStarted or ActionStatus.UnderWay,
                row.Version
            )),
        ];
    }

    internal Task<IReadOnlyList<ResponsibilityView>> Responsibilities(
        Dictionary<DecisionId, DecisionView> all,
        CancellationToken cancel
    ) => db.Once("plan.responsibilities", () => ReadResponsibilities(all, cancel));

    private async Task<IReadOnlyList<ResponsibilityView>> ReadResponsibilities(
        Dictionary<DecisionId, DecisionView> all,
        CancellationToken cancel
    )
    {
        var schools = await PlanSchools.Of(db, cancel);
        var team = await Team(cancel);
        var support = (await db.Set<SupportNeed>().AsNoTracking().ToListAsync(cancel))
            .OrderBy(row => row.Id.Value)
            .ToLookup(row => row.ResponsibilityId, row => View(row, team));
        var rows = await db.Set<Responsibility>().AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.OrderBy(row => row.Id.Value)
                .Select(row => new ResponsibilityView(
                    row.Id,
                    schools[row.PlanId],
                    row.What,
                    row.HolderId,
                    team.NameOf(row.HolderId, row.HolderName),
                    row.Level,
                    Name(all, row.FromDecisionId),
                    row.Due,
                    [.. support[row.Id]],
                    row.Version
                )),
        ];
    }

    private static SupportView View(SupportNeed row, Team team)
    {
        string? Name(PersonId? person) =>
            team.Members.FirstOrDefault(member => member.PersonId == person)?.Name;
        return new SupportView(
            row.Id,
            row.What,
            row.State,
            row.RequestedOn,
            row.RequestedOf,
            Name(row.RequestedBy),
            row.MetOn ?? row.RefusedOn,
            Name(row.AnsweredBy),
            row.Answer
        );
    }
}
