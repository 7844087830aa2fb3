using System.Globalization;

namespace Throughline.Bench.Analysis;

/// <summary>The published optimum of each instance in a folder.</summary>
static class KnownOptima
{
    /// <summary>The lists give three decimals at most.</summary>
    public const decimal LastDigit = 0.001m;

    /// <summary>capopt.txt names each instance; optima.txt has them in their order, p1 first.</summary>
    public static Dictionary<string, decimal> In(string folder)
    {
        var named = Path.Combine(folder, "capopt.txt");
        return File.Exists(named)
            ? File.ReadLines(named)
                .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words is [_, var last] && decimal.TryParse(last, out _))
                .ToDictionary(words => words[0], words => Number(words[1]), StringComparer.Ordinal)
            : File.ReadLines(Path.Combine(folder, "optima.txt"))
                .Where(line => line.Trim().Length > 0)
                .Select((line, index) => (Name: $"p{index + 1}", Cost: Number(line.Trim())))
                .ToDictionary(one => one.Name, one => one.Cost, StringComparer.Ordinal);
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
