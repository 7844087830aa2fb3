namespace Throughline.Analysis.Selection;

/// <summary>
/// What proves a bound: for every panel, Σ (typesₜ/nₜ)·cₜ ≤ size·k + Σ rowsᵣ·(its tight bound) + Σ cutsⱼ·boundⱼ + what the types' own
/// limits leave. Anyone can add it up; nothing needs to be solved again.
/// </summary>
/// <param name="Types">The weight of each type's probability.</param>
/// <param name="Size">The multiplier of the panel's size.</param>
/// <param name="Rows">One for each of <see cref="SelectionProblem.Rows"/>: above zero where the most binds, below where the least does.</param>
/// <param name="Cuts">One for each cut, not below zero.</param>
public sealed record Multipliers(
    IReadOnlyList<double> Types,
    double Size,
    IReadOnlyList<double> Rows,
    IReadOnlyList<double> Cuts
);

/// <summary>One level of a leximin lottery: no lottery that keeps the levels below can give all of these types more.</summary>
/// <param name="Value">Probability divided by weight.</param>
/// <param name="Types">The types that are settled here, as positions in <see cref="SelectionProblem.Types"/>.</param>
/// <param name="Proof">The dual values that prove it.</param>
public sealed record Level(double Value, IReadOnlyList<int> Types, Multipliers Proof);
