using System.Diagnostics;
using Google.OrTools.LinearSolver;
using Throughline.Analysis.Training;
using Throughline.App.Cli.Calculations;

namespace Throughline.Bench.Analysis;

/// <summary>The reference: the textbook model of an instance, given to CBC as it comes, for ten seconds at most.</summary>
static class PlainModel
{
    const int MostMilliseconds = 10_000;

    public static (double Seconds, bool Proved) Solve(string file, string format)
    {
        var (problem, _) = FacilityFile.Read(file, format, whole: false, maximize: false);
        var begin = Stopwatch.GetTimestamp();
        using var solver = Solver.CreateSolver("CBC");
        solver.SetTimeLimit(MostMilliseconds);
        var open = solver.MakeBoolVarArray(problem.Sites);
        var goes = solver.MakeNumVarMatrix(problem.Sites, problem.Customers, 0, 1);
        var objective = solver.Objective();
        for (var site = 0; site < problem.Sites; site++)
        {
            objective.SetCoefficient(open[site], (double)problem.Opening[site]);
            var room = solver.MakeConstraint(double.NegativeInfinity, 0);
            room.SetCoefficient(open[site], -problem.Capacity[site]);
            for (var customer = 0; customer < problem.Customers; customer++)
            {
                goes[site, customer].SetInteger(problem.IsWhole);
                objective.SetCoefficient(
                    goes[site, customer],
                    (double)problem.Cost[site, customer]
                );
                room.SetCoefficient(goes[site, customer], problem.Use[site, customer]);
                solver.Add(goes[site, customer] <= open[site]);
            }
        }

        for (var customer = 0; customer < problem.Customers; customer++)
        {
            var whole = solver.MakeConstraint(1, 1);
            for (var site = 0; site < problem.Sites; site++)
            {
                whole.SetCoefficient(goes[site, customer], 1);
            }
        }

        var proved = solver.Solve() == Solver.ResultStatus.OPTIMAL;
        return (Stopwatch.GetElapsedTime(begin).TotalSeconds, proved);
    }
}
