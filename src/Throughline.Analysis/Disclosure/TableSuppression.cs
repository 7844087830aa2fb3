namespace Throughline.Analysis.Disclosure;

/// <summary>What is hidden in tables that are about to be published.</summary>
/// <param name="Hidden">For each table, for each of its rows, whether it is hidden.</param>
/// <param name="Primary">Cells of these tables that a rule hides.</param>
/// <param name="Secondary">Cells that are hidden to protect others.</param>
/// <param name="Kept">Cells that are hidden because an earlier publication hid them.</param>
/// <param name="AlreadyPublic">Cells that the rules would hide and that an earlier publication shows: hiding them protects nobody.</param>
/// <param name="Less">Cells whose range cannot be as wide as the rules ask, whatever is hidden; see <see cref="SuppressionPolicy.AcceptsLess"/>.</param>
/// <param name="Answer">Cost, bound and gap.</param>
public sealed record ProtectedTables(
    IReadOnlyList<IReadOnlyList<bool>> Hidden,
    int Primary,
    int Secondary,
    int Kept,
    IReadOnlyList<string> AlreadyPublic,
    IReadOnlyList<string> Less,
    SuppressionAnswer Answer
);

/// <summary>Hides what has to be hidden in tables with true counts, together with everything that was published before.</summary>
public static class TableSuppression
{
    /// <summary>
    /// Applies the policy's rules, then <see cref="Suppression"/>. The answer withstands an attacker who has all these tables and all of
    /// the history. What the history shows cannot be hidden again; what it hides stays hidden.
    /// </summary>
    /// <param name="tables">The tables with all their counts.</param>
    /// <param name="history">Earlier publications, with the cells they hid.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="effort">See <see cref="Suppression.Solve"/>.</param>
    /// <param name="progress">See <see cref="Suppression.Solve"/>.</param>
    /// <param name="cancel">See <see cref="Suppression.Solve"/>.</param>
    /// <exception cref="InputRefusedException">
    /// The tables do not add up or contradict the history, a count is missing, or a small count cannot be protected: with the place.
    /// </exception>
    public static ProtectedTables Protect(
        IReadOnlyList<CountTable> tables,
        IReadOnlyList<CountTable> history,
        SuppressionPolicy policy,
        double effort = 60,
        IProgress<SuppressionProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var joint = JointRelease.Of(tables, history, policy);
        try
        {
            var (problem, less) = policy.AcceptsLess
                ? AttainableLevels.Of(joint.Problem, cancel)
                : (joint.Problem, []);
            return joint.Read(Suppression.Solve(problem, effort, progress, cancel), less);
        }
        catch (UnprotectableException never)
        {
            throw joint.Refusal(never.Cell);
        }
    }
}
