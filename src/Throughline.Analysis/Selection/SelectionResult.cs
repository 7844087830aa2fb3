namespace Throughline.Analysis.Selection;

/// <summary>A lottery over the panels that meet every quota.</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Method">How it was made.</param>
/// <param name="TypeProbabilities">The chance of each member of each type, from 0 to 1; it follows from the mixture.</param>
/// <param name="Mixture">The panels with their chances.</param>
/// <param name="Certificate">What proves it; null where it was stopped early, and for a method that has none.</param>
/// <param name="Proved">Whether the independent check of the certificate holds, or the integer program was solved to its end.</param>
/// <param name="Gap">
/// How much larger the smallest chance (divided by weight) could at most be, were the search not stopped; 0 where it was not. For
/// goldilocks, how much smaller its objective could at most be.
/// </param>
public sealed record SelectionResult(
    SelectionProblem Problem,
    SelectionMethod Method,
    IReadOnlyList<double> TypeProbabilities,
    Mixture Mixture,
    Certificate? Certificate,
    bool Proved,
    double Gap
)
{
    public double ProbabilityOf(string id) => TypeProbabilities[Problem.TypeOf(id)];

    public SpreadOfChances Spread => SpreadOfChances.Of(Problem.Ids.Select(ProbabilityOf));
}
