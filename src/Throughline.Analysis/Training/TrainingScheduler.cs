using Google.OrTools.Sat;

namespace Throughline.Analysis.Training;

/// <summary>
/// Combines the training of several districts into sessions: first as many teachers served as possible, then the shortest longest drive,
/// then the least cost, each held while the next is sought. Teams stay whole; a session is held only with its minimum; a provider holds one
/// session a date. Single-period facility location with minimum enrollment, by CP-SAT with one worker and a fixed seed.
/// </summary>
public static class TrainingScheduler
{
    /// <summary>The best schedule, or the best within the time.</summary>
    /// <param name="needs">Teams and sessions.</param>
    /// <param name="limit">For all three goals together.</param>
    /// <param name="cancel">Ends the search with the best schedule so far.</param>
    /// <exception cref="InputRefusedException">The needs are impossible.</exception>
    public static TrainingSchedule Schedule(
        TrainingNeeds needs,
        TimeSpan limit,
        CancellationToken cancel = default
    )
    {
        needs.Checked();
        cancel.ThrowIfCancellationRequested();
        var model = new ScheduleModel(needs);
        var until = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        var (proved, plan, bound) = (true, model.Nobody, 0L);
        foreach (var goal in model.Goals)
        {
            var left = Math.Max(0.01, (until - Environment.TickCount64) / 1000.0);
            var found = model.Best(goal, plan, left, cancel);
            proved &= found.Proved;
            plan = found.Plan;
            bound = found.Bound;
        }

        return Report(needs, plan, bound - model.Moves(plan), proved);
    }

    private static TrainingSchedule Report(
        TrainingNeeds needs,
        IReadOnlyList<int?> plan,
        long bound,
        bool proved
    )
    {
        var seats = new int[needs.Sessions.Count];
        for (var team = 0; team < plan.Count; team++)
        {
            if (plan[team] is { } session)
            {
                seats[session] += needs.Teams[team].Teachers;
            }
        }

        var teams = needs
            .Teams.Select(
                (team, at) =>
                {
                    var alone = Alone(needs, team);
                    if (plan[at] is not { } place)
                    {
                        return new ScheduledTeam(at, null, 0, 0, alone);
                    }

                    var session = needs.Sessions[place];
                    var share =
                        (needs.Going(team, session) / 100m)
                        + Math.Round(session.Cost * team.Teachers / seats[place], 2);
                    return new ScheduledTeam(
                        at,
                        place,
                        team.From.DriveTo(session.At),
                        share,
                        alone
                    );
                }
            )
            .ToList();
        var cost =
            needs.Sessions.Where((_, at) => seats[at] > 0).Sum(session => session.Cost)
            + teams
                .Where(team => team.Session is not null)
                .Sum(team =>
                    needs.Going(needs.Teams[team.Team], needs.Sessions[team.Session!.Value]) / 100m
                );
        return new TrainingSchedule(
            teams,
            teams.Where(team => team.Session is null).Sum(team => needs.Teams[team.Team].Teachers),
            teams.Max(team => (double?)team.Miles) ?? 0,
            cost,
            proved ? cost : Math.Min(cost, bound / 100m),
            proved,
            teams
                .Where(team => team.Session is not null)
                .Sum(team => (team.Alone ?? team.Share) - team.Share)
        );
    }

    /// <summary>Alone, a district pays a whole session, and for empty seats up to its minimum.</summary>
    private static decimal? Alone(TrainingNeeds needs, TrainingTeam team) =>
        needs
            .Sessions.Where(session => needs.CanGo(team, session))
            .Select(session =>
                (decimal?)(
                    session.Cost
                    + (needs.Going(team, session) / 100m)
                    + (Math.Max(0, session.Least - team.Teachers) * session.SeatCost)
                )
            )
            .Min();
}

/// <summary>The model of one schedule, and the goals in their order.</summary>
internal sealed class ScheduleModel
{
    private readonly TrainingNeeds needs;
    private readonly CpModel model = new();
    private readonly BoolVar?[,] goes;
    private readonly BoolVar[] held;
    private readonly IntVar longest;

    public ScheduleModel(TrainingNeeds needs)
    {
        this.needs = needs;
        held = [.. needs.Sessions.Select(session => model.NewBoolVar(session.Name))];
        goes = new BoolVar?[needs.Teams.Count, needs.Sessions.Count];
        longest = model.NewIntVar(0, 1_000_000, "longest");
        for (var team = 0; team < needs.Teams.Count; team++)
        {
            for (var session = 0; session < needs.Sessions.Count; session++)
            {
                if (needs.CanGo(needs.Teams[team], needs.Sessions[session]))
                {
                    var variable = model.NewBoolVar("");
                    model.AddImplication(variable, held[session]);
                    model.Add(longest >= Tenths(team, session)).OnlyEnforceIf(variable);
                    goes[team, session] = variable;
                }
            }

            model.AddAtMostOne(Of(team).Select(pair => pair.Goes));
        }

        for (var session = 0; session < held.Length; session++)
        {
            var seats = Sum(
                pair => pair.Session == session,
                (team, _) => needs.Teams[team].Teachers
            );
            model.Add(seats <= needs.Sessions[session].Seats * held[session]);
            model.Add(seats >= Math.Max(1, needs.Sessions[session].Least) * held[session]);
        }

        foreach (
            var clash in needs
                .Sessions.Select((session, at) => (session, at))
                .Where(one => one.session.Provider.Length > 0)
                .GroupBy(one => (one.session.Provider, one.session.Date))
        )
        {
            model.AddAtMostOne(clash.Select(one => held[one.at]));
        }
    }

    public IReadOnlyList<int?> Nobody => new int?[needs.Teams.Count];

    /// <summary>To be made small, the first first: teachers not served (as the fewest served, negated), tenths of a mile, cents with moves.</summary>
    public IReadOnlyList<LinearExpr> Goals =>
        [
            Sum(_ => true, (team, _) => -needs.Teams[team].Teachers),
            longest,
            Sum(
                _ => true,
                (team, session) =>
                    needs.Going(needs.Teams[team], needs.Sessions[session]) + Move(team, session)
            )
                + LinearExpr.WeightedSum(
                    held,
                    needs.Sessions.Select(session => (long)Math.Round(100 * session.Cost))
                ),
        ];

    /// <summary>What the plan's moves weigh, in cents: in the goal, not in the cost.</summary>
    public long Moves(IReadOnlyList<int?> plan) =>
        plan.Select((session, team) => session is { } at ? Move(team, at) : 0).Sum();

    /// <summary>The best for a goal, which from then on holds.</summary>
    public (IReadOnlyList<int?> Plan, long Bound, bool Proved) Best(
        LinearExpr goal,
        IReadOnlyList<int?> hint,
        double seconds,
        CancellationToken cancel
    )
    {
        model.Minimize(goal);
        model.ClearHints();
        for (var team = 0; team < hint.Count; team++)
        {
            foreach (var (session, variable) in Of(team))
            {
                model.AddHint(variable, hint[team] == session);
            }
        }

        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant(
                $"num_workers:1,random_seed:1,catch_sigint_signal:false,max_time_in_seconds:{seconds:0.###}"
            ),
        };
        using var registration = cancel.Register(solver.StopSearch);
        var status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return (hint, 0, false);
        }

        var value = (long)Math.Round(solver.ObjectiveValue);
        model.Add(goal <= value);
        var plan = Enumerable
            .Range(0, needs.Teams.Count)
            .Select(team =>
                Of(team)
                    .Where(pair => solver.BooleanValue(pair.Goes))
                    .Select(pair => (int?)pair.Session)
                    .FirstOrDefault()
            )
            .ToList();
        return (
            plan,
            (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6),
            status == CpSolverStatus.Optimal
        );
    }

    private long Move(int team, int session) =>
        needs.Teams[team].Kept is { } kept && kept != needs.Sessions[session].Name
            ? (long)Math.Round(100 * needs.MoveCost)
            : 0;

    private long Tenths(int team, int session) =>
        (long)Math.Round(10 * needs.Teams[team].From.DriveTo(needs.Sessions[session].At));

    private IEnumerable<(int Session, BoolVar Goes)> Of(int team)
    {
        for (var session = 0; session < held.Length; session++)
        {
            if (goes[team, session] is { } variable)
            {
                yield return (session, variable);
            }
        }
    }

    private LinearExpr Sum(
        Func<(int Session, BoolVar Goes), bool> where,
        Func<int, int, long> weight
    )
    {
        var (variables, weights) = (new List<BoolVar>(), new List<long>());
        for (var team = 0; team < needs.Teams.Count; team++)
        {
            foreach (var pair in Of(team).Where(where))
            {
                variables.Add(pair.Goes);
                weights.Add(weight(team, pair.Session));
            }
        }

        return LinearExpr.WeightedSum(variables, weights);
    }
}
