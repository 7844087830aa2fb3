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
}
