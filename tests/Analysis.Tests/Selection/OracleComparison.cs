using System.Globalization;
using Throughline.Analysis.Selection;

namespace Throughline.Analysis.Tests.Selection;

/// <summary>One random pool solved both ways; the benchmark does the same a hundred thousand times.</summary>
internal static class OracleComparison
{
    /// <returns>What differs, as a sentence; null where nothing does.</returns>
    public static string? DifferenceOf(int seed) => DifferenceOf(seed, out _);

    public static string? DifferenceOf(int seed, out int cuts)
    {
        cuts = 0;
        var problem = RandomPool.Of(new Random(seed), most: 9);
        var known = LeximinOracle.Of(problem);
        SelectionResult result;
        try
        {
            result = CohortSelection.Select(problem);
        }
        catch (NoPanelException)
        {
            return known is null ? null : Say("there is a panel, and none was found");
        }

        cuts = result.Certificate!.Cuts.Count;
        if (known is null)
        {
            return Say("there is no panel, and one was found");
        }

        var off = problem
            .Ids.Select((id, at) => Math.Abs(result.ProbabilityOf(id) - known[at]))
            .Max();
        return off > 1e-6 ? Say($"a probability is off by {off}")
            : !result.Proved
                ? Say($"it was not proved: {CertificateCheck.Of(result.Certificate!).Problems[0]}")
            : null;

        string Say(string what) =>
            string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {what}");
    }
}
