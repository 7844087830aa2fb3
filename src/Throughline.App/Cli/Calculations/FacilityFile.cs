using System.Globalization;
using Throughline.Analysis;
using Throughline.Analysis.Training;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Instances as the literature writes them, numbers between blanks. <c>orlib</c>: m n, then capacity and opening cost by site, then by customer its
/// demand and the cost of serving all of it from each site; may be split. <c>holmberg</c>: m n, capacity and opening cost by site, n demands, m
/// rows of n costs; whole. <c>gap</c>: m n, m rows of n costs, m rows of n uses, m capacities; whole, nothing to open.
/// </summary>
public static class FacilityFile
{
    private const long LargestFile = 1 << 28;

    /// <returns>The instance, and what of the file does not belong to it, as a sentence; null where all does.</returns>
    public static (FacilityProblem Problem, string? Note) Read(
        string path,
        string format,
        bool whole,
        bool maximize
    )
    {
        if (new FileInfo(path).Length > LargestFile)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}: the file is over {LargestFile >> 20} MB large."
            );
        }

        var numbers = new Numbers(path);
        var (sites, customers) = (numbers.Count("sites"), numbers.Count("customers"));
        var problem =
            format == "gap" ? Gap(numbers, sites, customers, maximize)
            : format == "holmberg" ? Located(numbers, sites, customers, true, costsBySite: true)
            : Located(numbers, sites, customers, whole, costsBySite: false);
        return (problem, numbers.Rest());
    }

    private static FacilityProblem Located(
        Numbers numbers,
        int sites,
        int customers,
        bool whole,
        bool costsBySite
    )
    {
        var (capacity, opening) = (new long[sites], new decimal[sites]);
        for (var site = 0; site < sites; site++)
        {
            capacity[site] = numbers.Whole("a capacity");
            opening[site] = numbers.Next("an opening cost");
        }

        var demand = new long[customers];
        var cost = new decimal[sites, customers];
        for (var customer = 0; customer < customers; customer++)
        {
            demand[customer] = numbers.Whole("a demand");
            for (var site = 0; !costsBySite && site < sites; site++)
            {
                cost[site, customer] = numbers.Next("a cost");
            }
        }

        for (var at = 0; costsBySite && at < sites * customers; at++)
        {
            cost[at / customers, at % customers] = numbers.Next("a cost");
        }

        var use = new long[sites, customers];
        for (var at = 0; at < sites * customers; at++)
        {
            use[at / customers, at % customers] = demand[at % customers];
        }

        return new FacilityProblem
        {
            Capacity = capacity,
            Opening = opening,
            Cost = cost,
            Use = use,
            IsWhole = whole,
        };
    }

    private static FacilityProblem Gap(Numbers numbers, int sites, int customers, bool maximize)
    {
        var (cost, use) = (new decimal[sites, customers], new long[sites, customers]);
        for (var at = 0; at < sites * customers; at++)
        {
            var one = numbers.Next("a cost");
            cost[at / customers, at % customers] = maximize ? -one : one;
        }

        for (var at = 0; at < sites * customers; at++)
        {
            use[at / customers, at % customers] = numbers.Whole("a use");
        }

        var capacity = new long[sites];
        for (var site = 0; site < sites; site++)
        {
            capacity[site] = numbers.Whole("a capacity");
        }

        return new FacilityProblem
        {
            Capacity = capacity,
            Opening = new decimal[sites],
            Cost = cost,
            Use = use,
            IsWhole = true,
        };
    }

    /// <summary>The numbers of a file, and complaints that say which and where.</summary>
    private sealed class Numbers
    {
        private readonly string file;
        private readonly List<(string Text, int Line)> words = [];
        private int at;

        public Numbers(string path)
        {
            file = Path.GetFileName(path);
            var line = 0;
            foreach (var text in File.ReadLines(path))
            {
                line++;
                foreach (
                    var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
                {
                    words.Add((word, line));
                }
            }
        }

        public decimal Next(string what)
        {
            if (at >= words.Count)
            {
                throw new InputRefusedException(
                    $"{file}: the file ends after {words.Count:N0} numbers where {what} is expected."
                );
            }

            var (text, line) = words[at++];
            return
                decimal.TryParse(
                    text,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && Math.Abs(number) <= 1e12m
                ? number
                : throw new InputRefusedException(
                    $"{file}, line {line}: “{text}” stands where {what} is expected."
                );
        }

        public long Whole(string what)
        {
            var number = Next(what);
            return decimal.IsInteger(number) && number >= 0
                ? (long)number
                : throw new InputRefusedException(
                    $"{file}, line {words[at - 1].Line}: {words[at - 1].Text} stands where {what}, a whole number of 0 or more, is expected."
                );
        }

        public int Count(string of)
        {
            var number = Whole($"the number of {of}");
            return number is >= 1 and <= 10_000
                ? (int)number
                : throw new InputRefusedException(
                    $"{file}: {number} {of}; 1 to 10,000 are possible."
                );
        }

        /// <summary>The first two numbers say how many belong to the instance: what comes after them is told, and left out.</summary>
        public string? Rest() =>
            at == words.Count
                ? null
                : $"{file}, line {words[at].Line}: the file goes on after its last number. {words.Count - at:N0} more were left out.";
    }
}
