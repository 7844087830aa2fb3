namespace Throughline.Analysis.Selection;

/// <summary>
/// Fair lotteries over the panels that meet every quota.
/// <para>
/// Leximin after Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens' assemblies", Nature 2021. Here
/// candidates whom no rule tells apart are one type, and the quotas, read as a linear program over probabilities, say at once which
/// probabilities are best. A mixture of panels with exactly these probabilities proves them, since every lottery meets that program;
/// where there is no such mixture, the search for one ends in a cut, with which the program is solved again. Nothing is sampled: the
/// same input gives the same lottery on every machine, whatever its order.
/// </para>
/// </summary>
public static class CohortSelection
{
    /// <summary>The lottery of a method, with its certificate.</summary>
    /// <param name="problem">The pool and its quotas.</param>
    /// <param name="method">How chances are weighed.</param>
    /// <param name="progress">Told what is going on; null where nobody listens.</param>
    /// <param name="cancel">
    /// Stops early. Where panels were found before, the best lottery over them is the answer, with <see cref="SelectionResult.Proved"/>
    /// false and the gap.
    /// </param>
    /// <exception cref="NoPanelException">No panel meets every quota and rule.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the first panel.</exception>
    public static SelectionResult Select(
        SelectionProblem problem,
        SelectionMethod method = SelectionMethod.Leximin,
        IProgress<SelectionProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var run = new SelectionRun(problem, method, progress, cancel);
        return run.Result();
    }

    /// <summary>Whether any panel meets every quota and rule.</summary>
    public static bool IsPossible(SelectionProblem problem, CancellationToken cancel = default) =>
        new PanelSearch(problem, PanelFace.Whole(problem)).Best(
            new long[problem.Types.Count],
            0,
            cancel
        )
            is not null;
}
