using Throughline.Data;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>A plan as a document shows it. A school's has the system's final decisions as given, before its own.</summary>
public sealed record PlanForDocument(
    SchoolId? School,
    string? Note,
    IReadOnlyList<DecisionView> Given,
    IReadOnlyList<DecisionView> Decisions,
    IReadOnlyList<ActionsOfGoal> Actions,
    IReadOnlyList<ResponsibilityView> Responsibilities,
    IReadOnlyList<AlignmentItem> Alignment
)
{
    /// <summary>How the district and its schools share the planning, where it is recorded.</summary>
    public ArrangementView? Arrangement { get; init; }
}

/// <summary>Null: actions under no goal.</summary>
public sealed record ActionsOfGoal(
    GoalId? Goal,
    string? Statement,
    IReadOnlyList<ActionView> Actions
);

/// <summary>What the plan does not say yet, each kind by itself so that a page can tell it in a sentence.</summary>
public sealed record PlanGaps(
    IReadOnlyList<DecisionView> WithoutDecider,
    IReadOnlyList<DecisionView> PastNeededBy,
    IReadOnlyList<DecisionView> NobodyTold,
    IReadOnlyList<ActionView> WithoutOwner,
    IReadOnlyList<ActionView> WithoutDue,
    IReadOnlyList<ActionView> Late,
    IReadOnlyList<ResponsibilityView> SupportUnmet
)
{
    public int Count =>
        WithoutDecider.Count
        + PastNeededBy.Count
        + NobodyTold.Count
        + WithoutOwner.Count
        + WithoutDue.Count
        + Late.Count
        + SupportUnmet.Count;
}

/// <summary>One thing that waits for somebody: what kind, what it is about, where it stands and by when.</summary>
public sealed record PlanAsk(PlanAskKind Kind, string About, string Path, DateOnly? By);

public enum PlanAskKind
{
    Decide,
    Recommend,
    Advise,
    Consult,
    Tell,
    Do,
    TakeNextStep,
    GetSupport,
}

public sealed class PlanDocumentQueries(
    PlanQueries plans,
    DecisionQueries decisions,
    PlanGoals goals
) : IQueries
{
    public async Task<PlanForDocument> Document(
        SchoolId? school,
        CancellationToken cancel = default
    )
    {
        var plan = await plans.Plan(school, cancel);
        var all = await decisions.All(cancel);
        var byId = all.ToDictionary(one => one.Id);
        var every = await plans.Actions(byId, cancel);
        var actions = every.Where(row => row.School == school);
        var lines = await goals.For(school, cancel);
        return new PlanForDocument(
            school,
            plan.Note,
            school is null ? [] : Given(all),
            [.. all.Where(one => one.School == school)],
            Grouped([.. actions], lines),
            [.. (await plans.Responsibilities(byId, cancel)).Where(row => row.School == school)],
            [.. Alignment.Of(all, every, lines).Where(item => item.School == school)]
        )
        {
            Arrangement = await plans.Arrangement(cancel),
        };
    }

    /// <summary>What the system has made final, and every school's plan takes as given.</summary>
    public static IReadOnlyList<DecisionView> Given(IEnumerable<DecisionView> all) =>
        [.. all.Where(one => one.School is null && one.State == DecisionState.Decided)];

    /// <summary>In the order of the goals; a goal without actions has its place too, and those under none come last.</summary>
    public static IReadOnlyList<ActionsOfGoal> Grouped(
        IReadOnlyList<ActionView> actions,
        IReadOnlyList<GoalLine> goals
    )
    {
        var known = goals.Select(goal => goal.Id).ToHashSet();
        List<ActionsOfGoal> groups =
        [
            .. goals.Select(goal => new ActionsOfGoal(
                goal.Id,
                goal.Statement,
                [.. actions.Where(action => action.Goal == goal.Id)]
            )),
        ];
        var loose = actions
            .Where(action => action.Goal is not { } goal || !known.Contains(goal))
            .ToList();
        return loose.Count == 0 ? groups : [.. groups, new ActionsOfGoal(null, null, loose)];
    }

    /// <summary>Of the system's plan, or of a school's.</summary>
    public async Task<PlanGaps> Gaps(
        SchoolId? school,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var every = await decisions.All(cancel);
        var byId = every.ToDictionary(one => one.Id);
        var all = every.Where(one => one.School == school).ToList();
        var open = all.FindAll(one => one.State == DecisionState.Open);
        var live = (await plans.Actions(byId, cancel))
            .Where(action => action.School == school && action.IsLive)
            .ToList();
        return new PlanGaps(
            open.FindAll(one => one.Decider is null),
            open.FindAll(one => one.IsLate(today)),
            [.. all.Where(one => one.State == DecisionState.Decided && one.ToTell.Any())],
            live.FindAll(action => action.Owner is null),
            live.FindAll(action => action.Due is null),
            live.FindAll(action => action.IsLate(today)),
            [
                .. (await plans.Responsibilities(byId, cancel)).Where(row =>
                    row.School == school && row.Support.Any(need => need.State != SupportState.Met)
                ),
            ]
        );
    }

    /// <summary>What waits for this person, the most pressing first; what has no day comes last.</summary>
    public async Task<IReadOnlyList<PlanAsk>> WhatNeeds(
        PersonId person,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var mine = (await plans.Team(cancel)).MembershipsOf(person);
        bool IsMine(MembershipId? id) => id is { } known && mine.Contains(known);
        var all = await decisions.All(cancel);
        var byId = all.ToDictionary(one => one.Id);
        List<PlanAsk> asks = [];
        foreach (var one in all)
        {
            asks.AddRange(PlanAsks.Of(one, IsMine));
        }

        var soon = today.AddDays(30);
        asks.AddRange(
            from action in await plans.Actions(byId, cancel)
            where action.IsLive && !action.Waits && IsMine(action.OwnerId)
            where action.Due is null || action.Due <= soon
            select new PlanAsk(
                PlanAskKind.Do,
                action.What,
                Places.In(action.School, $"plan/actions?edit={action.Id}#row-{action.Id}"),
                action.Due
            )
        );
        asks.AddRange(
            from line in await plans.Responsibilities(byId, cancel)
            where IsMine(line.HolderId)
            from need in line.Support
            where need.State is SupportState.Needed or SupportState.Unmet
            select new PlanAsk(
                PlanAskKind.GetSupport,
                need.What,
                Places.In(line.School, $"plan/responsibilities#row-{line.Id}"),
                line.Due
            )
        );
        return [.. asks.OrderBy(ask => ask.By ?? DateOnly.MaxValue)];
    }
}

internal static class PlanAsks
{
    /// <summary>What one decision asks of a person: to decide it, to help decide it, to tell others, to take a next step.</summary>
    public static IEnumerable<PlanAsk> Of(DecisionView one, Func<MembershipId?, bool> isMine)
    {
        var path = Places.In(one.School, $"plan/decisions/{one.Id}");
        if (one.State == DecisionState.Open)
        {
            if (isMine(one.DeciderId))
            {
                var waits = one.NeedsBroadSupport && one.Groups.Any(group => !group.IsSettled);
                yield return new PlanAsk(
                    waits ? PlanAskKind.Consult : PlanAskKind.Decide,
                    one.Question,
                    path,
                    one.NeededBy
                );
            }
            else if (one.Inputs.FirstOrDefault(input => isMine(input.Member)) is { } input)
            {
                if (input.Part is InputPart.Recommend or InputPart.Advise)
                {
                    yield return new PlanAsk(
                        input.Part == InputPart.Recommend
                            ? PlanAskKind.Recommend
                            : PlanAskKind.Advise,
                        one.Question,
                        path,
                        one.NeededBy
                    );
                }
            }
        }
        else if (one.State == DecisionState.Decided && isMine(one.DeciderId) && one.ToTell.Any())
        {
            yield return new PlanAsk(PlanAskKind.Tell, one.Question, path + "#tell", one.DecidedOn);
        }

        foreach (var step in one.NextSteps.Where(step => step.DoneOn is null && isMine(step.WhoId)))
        {
            yield return new PlanAsk(
                PlanAskKind.TakeNextStep,
                step.What,
                path + "#next-steps",
                step.Due
            );
        }
    }
}
