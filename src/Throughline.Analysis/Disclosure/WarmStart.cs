using Google.OrTools.LinearSolver;

namespace Throughline.Analysis.Disclosure;

/// <summary>Settings for a linear program that is solved again and again with small changes: the last basis is the next start.</summary>
internal static class WarmStart
{
    public static MPSolverParameters Settings()
    {
        var settings = new MPSolverParameters();
        settings.SetIntegerParam(
            MPSolverParameters.IntegerParam.PRESOLVE,
            (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF
        );
        settings.SetIntegerParam(
            MPSolverParameters.IntegerParam.INCREMENTALITY,
            (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON
        );
        return settings;
    }

    /// <summary>
    /// The work of the last solve: its iterations and one for handing the program over, each the more the larger the program.
    /// </summary>
    public static long Steps(Solver solver) =>
        (solver.Iterations() + 1) * (1 + (solver.NumVariables() / Variables));

    // So many variables make a step twice the work.
    private const int Variables = 50;
}
