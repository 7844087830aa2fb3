namespace Throughline.Analysis.Selection;

/// <summary>Writes down what a solution rests on.</summary>
internal static class CertificateMaker
{
    public static Certificate Of(
        SelectionProblem problem,
        SelectionMethod method,
        Mixture mixture,
        double[] probabilities,
        IReadOnlyList<Level> levels,
        IReadOnlyList<Cut> cuts,
        GoldilocksProof? goldilocks
    ) =>
        new(
            Certificate.ThisFormat,
            method,
            problem.Digest,
            problem.Size,
            problem.Types,
            problem.Rows,
            [.. cuts.Select(cut => Certified(problem, cut))],
            [
                .. mixture.Panels.Select(
                    (panel, at) =>
                        new CertifiedPanel(
                            mixture.Chances[at],
                            [.. panel.SelectMany((count, type) => Enumerable.Repeat(type, count))]
                        )
                ),
            ],
            probabilities,
            levels,
            goldilocks
        );

    /// <summary>The multipliers are those of the linear program that maximizes the cut's left side: they keep the check short.</summary>
    private static CertifiedCut Certified(SelectionProblem problem, Cut cut)
    {
        using var outer = new OuterRelaxation(problem, []);
        for (var type = 0; type < problem.Types.Count; type++)
        {
            outer.Program.Cost(
                outer.Probability[type],
                (double)cut.Weights[type] * problem.Types[type].Count
            );
        }

        outer.Program.Solve(maximize: true);
        var multipliers = outer.Multipliers([], 1);
        return new CertifiedCut(cut.Weights, cut.Bound, multipliers.Size, multipliers.Rows);
    }
}
