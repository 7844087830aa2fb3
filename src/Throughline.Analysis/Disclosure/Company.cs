namespace Throughline.Analysis.Disclosure;

/// <summary>
/// A single gap in a sum is no gap: whoever subtracts has it. A hidden cell that asks for protection needs company in each of its sums,
/// and every other cell is published at once rather than hidden alone. (The "bridge-less inequalities" of Fischetti and Salazar, 2001.)
/// </summary>
internal static class Company
{
    private const double Least = 1e-4;

    /// <summary>The conditions of this kind that a pattern, in fractions or whole, does not meet.</summary>
    public static List<PatternCondition> Missing(
        SuppressionProblem problem,
        IReadOnlyList<double> share
    )
    {
        var found = new List<PatternCondition>();
        for (var sum = 0; sum < problem.System.Sums.Count; sum++)
        {
            var cells = problem
                .System.Terms(sum)
                .Select(term => term.Cell)
                .Where(cell => problem.Role[cell] != CellRole.Public)
                .ToArray();
            var hidden = Array.FindAll(cells, cell => problem.Role[cell] == CellRole.Hidden);
            var all = cells.Sum(cell => share[cell]);
            if (hidden.Length == 1)
            {
                if (!problem.Protection[hidden[0]].AsksNothing && all < 2 - Least)
                {
                    found.Add(Together(Array.FindAll(cells, cell => cell != hidden[0]), alone: -1));
                }
            }
            else if (hidden.Length == 0)
            {
                found.AddRange(
                    cells
                        .Where(cell => (2 * share[cell]) - all > Least)
                        .Select(cell => Together(cells, cell))
                );
            }
        }

        return found;
    }

    private static PatternCondition Together(int[] cells, int alone) =>
        new(cells, Array.ConvertAll(cells, cell => cell == alone ? -1.0 : 1), alone < 0 ? 1 : 0);
}
