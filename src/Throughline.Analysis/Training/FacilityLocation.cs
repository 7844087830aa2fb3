namespace Throughline.Analysis.Training;

/// <summary>
/// Solves capacitated facility location: where customers may be split by a mixed-integer program with the strong links x ≤ y (SCIP); where they
/// go as a whole by a tree over the sites with Lagrangian bounds, which leave out what no cheapest plan can hold, and branch and bound with clause
/// learning on the rest (CP-SAT).
/// <para>
/// K. Holmberg, M. Rönnqvist, D. Yuan, <em>EJOR</em> 113 (1999), 544-559; J. E. Beasley, <em>EJOR</em> 33 (1988), 435-444. NP-hard; 30 sites by 200 customers take seconds: 36 instances of Holmberg's 14 s.
/// </para>
/// </summary>
public static class FacilityLocation
{
    /// <summary>The cheapest plan, or the best within the time.</summary>
    /// <param name="problem">What may be opened and who must be served.</param>
    /// <param name="limit">How long to search; the answer then carries its gap.</param>
    /// <param name="progress">Called with a better plan's cost and the bound at that time.</param>
    /// <param name="cancel">Ends the search with the best plan so far; where there is none yet, by exception.</param>
    /// <exception cref="InputRefusedException">The problem is malformed, or no plan serves everybody.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before any plan was found.</exception>
    /// <exception cref="TimeoutException">The time was over before any plan was found.</exception>
    public static FacilityAnswer Solve(
        FacilityProblem problem,
        TimeSpan limit,
        Action<decimal, decimal>? progress = null,
        CancellationToken cancel = default
    ) =>
        problem.Checked().IsWhole
            ? WholeCustomers.Solve(problem, limit, progress, cancel)
            : SplitCustomers.Solve(problem, limit, cancel);
}
