namespace Throughline.Analysis.Selection;

/// <summary>
/// The linear program that mixes known panels so that the expected numbers come as near to the wanted ones as they can: it minimizes
/// the sum of the absolute differences.
/// </summary>
internal sealed class MixtureMaster : IDisposable
{
    private readonly LinearProgram program = new();
    private readonly double[] wanted;
    private readonly int[] rows;
    private readonly int one;
    private readonly List<int> variables = [];
    private readonly List<int[]> panels = [];

    public MixtureMaster(double[] wanted)
    {
        this.wanted = wanted;
        rows =
        [
            .. wanted.Select(value =>
            {
                var row = program.Row(value, value);
                program.Set(row, program.Variable(0, double.PositiveInfinity, 1), 1);
                program.Set(row, program.Variable(0, double.PositiveInfinity, 1), -1);
                return row;
            }),
        ];
        one = program.Row(1, 1);
    }

    /// <summary>How far off the best mixture of the last solution is.</summary>
    public double Distance { get; private set; } = double.PositiveInfinity;

    public void Add(int[] panel)
    {
        var variable = program.Variable(0, double.PositiveInfinity);
        program.Set(one, variable, 1);
        for (var type = 0; type < panel.Length; type++)
        {
            if (panel[type] != 0)
            {
                program.Set(rows[type], variable, panel[type]);
            }
        }

        variables.Add(variable);
        panels.Add(panel);
    }

    public void Solve()
    {
        if (!program.Solve(maximize: false))
        {
            throw new InvalidOperationException("The mixture of panels has no solution.");
        }

        Distance = program.Objective;
    }

    /// <summary>
    /// The weights that separate: a panel that is worth more by them than the panels in use brings the mixture nearer; where there is
    /// none, no mixture of any panels reaches what is wanted.
    /// </summary>
    public double[] Prices() => [.. rows.Select(program.Dual)];

    /// <summary>The panel with the largest chance in the last solution.</summary>
    public int[] MostUsed() =>
        panels[Enumerable.Range(0, panels.Count).MaxBy(at => program.Value(variables[at]))];

    /// <summary>The panels in use, with chances that add up to 1.</summary>
    public Mixture Mixture()
    {
        var used = Enumerable
            .Range(0, panels.Count)
            .Where(at => program.Value(variables[at]) > 1e-12)
            .ToList();
        var chances = MixturePolish.Of(
            [.. used.Select(at => panels[at])],
            [.. used.Select(at => program.Value(variables[at]))],
            wanted
        );
        return new Mixture(
            [.. used.Where((_, at) => chances[at] > 0).Select(at => panels[at])],
            [.. chances.Where(chance => chance > 0)]
        );
    }

    public void Dispose() => program.Dispose();
}
