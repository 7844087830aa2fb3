using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Disclosure;
using Throughline.Analysis.Tests.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>
/// Random small tables against all tables that fit, laid down one by one: the least cost, and the ranges that the audit finds of the
/// protected table and of one with cells hidden at random. disclosure-oracle [COUNT] [FIRST].
/// </summary>
static class DisclosureOracle
{
    const int Tell = 10_000;

    public static int Run(string[] args)
    {
        var count = args is [var given, ..]
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 100_000;
        var first = args is [_, var from] ? int.Parse(from, CultureInfo.InvariantCulture) : 0;
        var (wall, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var (costs, ranges, unprotectable, costly, audited) = (0, 0, 0, 0, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            var problem = BruteForce.Problem(seed);
            var tables = BruteForce.Of(problem);
            var least = tables.LeastCost();
            var (found, hidden) = Find(problem, tables);
            unprotectable += least is null ? 1 : 0;
            costly += least > 0 ? 1 : 0;
            if (found != least)
            {
                costs++;
                Console.WriteLine(
                    $"seed {seed}: {found?.ToString() ?? "none"} instead of {least?.ToString() ?? "none"}"
                );
            }

            foreach (var pattern in new[] { hidden, AtRandom(seed, problem) }.OfType<bool[]>())
            {
                ranges += Differences(seed, problem, tables, pattern, ref audited);
            }

            if ((seed - first + 1) % Tell == 0)
            {
                Say($"{seed - first + 1} tables, {costs + ranges} differences", wall, work);
            }
        }

        Say(
            $"{count} tables ({unprotectable} cannot be protected, {costly} need further cells): {costs} differences in cost, {ranges} in {audited} audited ranges",
            wall,
            work
        );
        return costs + ranges == 0 ? 0 : 1;
    }

    static void Say(FormattableString what, long wall, TimeSpan work) =>
        Console.WriteLine(
            FormattableString.Invariant(
                $"{FormattableString.Invariant(what)}: {(Environment.CpuUsage.TotalTime - work).TotalSeconds:0} s of processor, {Stopwatch.GetElapsedTime(wall).TotalSeconds:0} s"
            )
        );

    static (long? Cost, bool[]? Hidden) Find(SuppressionProblem problem, BruteForce tables)
    {
        try
        {
            var answer = Suppression.Solve(problem);
            return (
                answer.Proved && tables.Protects(answer.Hidden) ? answer.Cost : -1,
                [.. answer.Hidden]
            );
        }
        catch (UnprotectableException)
        {
            return (null, null);
        }
    }

    static bool[] AtRandom(int seed, SuppressionProblem problem)
    {
        var random = new Random(seed);
        return [.. problem.Role.Select(role => random.Next(2) == 0 && role != CellRole.Public)];
    }

    static int Differences(
        int seed,
        SuppressionProblem problem,
        BruteForce tables,
        bool[] hidden,
        ref int audited
    )
    {
        var linked = LinkedTables.Of(BruteForce.Published(seed, problem, hidden));
        var differences = 0;
        foreach (var range in TableAudit.Ranges(linked, new()))
        {
            audited++;
            var cell = Enumerable
                .Range(0, hidden.Length)
                .First(row => linked.CellOf(0, row) == range.Cell);
            var (low, high) = tables.Range(hidden, cell);
            if ((range.Low, range.High) != (low, high))
            {
                differences++;
                Console.WriteLine(
                    $"seed {seed}, cell {cell}: {range.Low} to {range.High} instead of {low} to {high}"
                );
            }
        }

        return differences;
    }
}
