namespace Throughline.Bench;

/// <summary>What was measured, each figure beside its limit. One above its limit makes the run fail.</summary>
sealed class Figures
{
    private bool failed;

    public int Exit => failed ? 1 : 0;

    public void Within(string what, double figure, double limit, string unit)
    {
        var passes = figure <= limit;
        failed |= !passes;
        Print(
            $"{what, -52} {figure, 9:0.00} {unit, -3} limit {limit:0.##}: {(passes ? "pass" : "FAIL")}"
        );
    }

    public void AtLeast(string what, double figure, double limit, string unit)
    {
        var passes = figure >= limit;
        failed |= !passes;
        Print(
            $"{what, -52} {figure, 9:0.00} {unit, -3} at least {limit:0.##}: {(passes ? "pass" : "FAIL")}"
        );
    }

    public static void Beside(string what, double figure, string unit) =>
        Print($"{what, -52} {figure, 9:0.00} {unit}");

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString line) =>
        Console.WriteLine(FormattableString.Invariant(line));
}
