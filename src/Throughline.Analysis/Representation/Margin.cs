namespace Throughline.Analysis.Representation;

/// <summary>What is known of the population by one attribute: how many people each of its categories has.</summary>
/// <param name="Attribute">For example the role.</param>
/// <param name="Totals">Categories with their people (or shares), each at least 0, together above 0.</param>
public sealed record Margin(string Attribute, IReadOnlyDictionary<string, double> Totals);

/// <summary>A respondent, or several alike: what they are by each attribute.</summary>
/// <param name="Categories">By attribute; an attribute without an entry, or blank, is not known.</param>
/// <param name="Weight">The weight they have before: at least 0; 1 where everybody counts alike.</param>
public sealed record SampleRow(IReadOnlyDictionary<string, string> Categories, double Weight = 1);

/// <summary>How raking is to go.</summary>
public sealed record RakeSettings
{
    /// <summary>Stops where no margin is off by more than this part of the population.</summary>
    public double Tolerance { get; init; } = 1e-12;

    public int MostIterations { get; init; } = 500;

    /// <summary>
    /// Weights are kept within these multiples of the mean weight, then raked again, until both hold; null for untrimmed weights. Trimming
    /// trades a little bias for steadier figures.
    /// </summary>
    public (double Least, double Most)? Trim { get; init; }
}

/// <summary>Weights that make a sample look like its population, and what they cost.</summary>
/// <param name="Weights">One for each row, in order.</param>
/// <param name="Iterations">Rounds over all margins.</param>
/// <param name="Converged">Whether every margin is met within the tolerance.</param>
/// <param name="LargestGap">The largest miss of a margin, as a part of the population; 0 at perfection.</param>
/// <param name="WorstMargin">Where that is: attribute and category.</param>
/// <param name="DesignEffect">Kish: n Σw² / (Σw)²; 1 where all weigh alike.</param>
/// <param name="EffectiveSize">(Σw)² / Σw²: so many equal answers would be as steady.</param>
/// <param name="Trimmed">How many rows ended at a bound.</param>
/// <param name="Why">Where it did not converge: a sentence that says why.</param>
public sealed record RakedWeights(
    IReadOnlyList<double> Weights,
    int Iterations,
    bool Converged,
    double LargestGap,
    string WorstMargin,
    double DesignEffect,
    double EffectiveSize,
    int Trimmed,
    string? Why
);
