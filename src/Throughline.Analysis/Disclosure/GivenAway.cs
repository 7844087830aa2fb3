namespace Throughline.Analysis.Disclosure;

/// <summary>
/// Cells that a pattern hides beside the small counts and that anybody can work out exactly. Hiding them protects nobody, and publishing
/// them tells the attacker nothing new, so they are published. The cheapest pattern has none; one that was mended may.
/// </summary>
internal static class GivenAway
{
    private const int Pushes = 8;
    private const int Few = 20;

    /// <summary>Publishes cells that are the only gap of one of their sums, as long as there are any.</summary>
    public static bool[] Alone(SuppressionProblem problem, bool[] hidden)
    {
        bool[] left = [.. hidden];
        var open = new Queue<int>(Enumerable.Range(0, problem.System.Sums.Count));
        while (open.TryDequeue(out var sum))
        {
            var gaps = problem
                .System.Terms(sum)
                .Where(term => left[term.Cell])
                .Take(2)
                .Select(term => term.Cell)
                .ToList();
            if (gaps is [var alone] && problem.Role[alone] == CellRole.Free)
            {
                left[alone] = false;
                foreach (var other in problem.System.SumsOf(alone))
                {
                    open.Enqueue(other);
                }
            }
        }

        return left;
    }

    /// <summary>Publishes every cell whose range holds a single count.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="hidden">A pattern.</param>
    /// <param name="seen">How far cells of the pattern are known to move.</param>
    /// <param name="cancel">Stops it.</param>
    public static bool[] All(
        SuppressionProblem problem,
        bool[] hidden,
        SeenRange seen,
        CancellationToken cancel
    )
    {
        var left = Alone(problem, hidden);
        double[] low = [.. problem.Low];
        double[] high = [.. problem.High];
        foreach (var part in HiddenPart.Split(problem.System, left, problem.Value))
        {
            var unseen = Array.FindAll(
                part.Cells,
                cell => problem.Role[cell] == CellRole.Free && seen.Width(cell) < 1
            );
            if (unseen.Length == 0)
            {
                continue;
            }

            using var search = new RangeSearch(part, low, high, double.PositiveInfinity);
            for (var round = 0; round < Pushes && unseen.Length > Few; round++)
            {
                cancel.ThrowIfCancellationRequested();
                search.Push(round);
            }

            foreach (var cell in unseen)
            {
                cancel.ThrowIfCancellationRequested();
                left[cell] = search.SeenWidth(cell) > 0 || search.Range(cell) is not { Width: < 1 };
            }
        }

        return left;
    }
}
