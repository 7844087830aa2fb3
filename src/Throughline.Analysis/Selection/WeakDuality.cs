namespace Throughline.Analysis.Selection;

/// <summary>What the multipliers of a proof say about every panel at once, without a look at any.</summary>
internal static class WeakDuality
{
    /// <summary>An upper bound of Σ (uₜ/nₜ)·cₜ over all panels c, by weak duality.</summary>
    public static double Bound(Certificate certificate, Multipliers proof)
    {
        var types = certificate.Types.Count;
        var bound = proof.Size * certificate.Size;
        var left = new double[types];
        for (var type = 0; type < types; type++)
        {
            left[type] = (proof.Types[type] / certificate.Types[type].Members.Count) - proof.Size;
        }

        for (var row = 0; row < proof.Rows.Count; row++)
        {
            var multiplier = proof.Rows[row];
            bound +=
                multiplier
                * (multiplier > 0 ? certificate.Rows[row].Max : certificate.Rows[row].Min);
            foreach (var type in certificate.Rows[row].Types)
            {
                left[type] -= multiplier;
            }
        }

        for (var cut = 0; cut < proof.Cuts.Count; cut++)
        {
            bound += Math.Max(0, proof.Cuts[cut]) * certificate.Cuts[cut].Bound;
            for (var type = 0; type < types; type++)
            {
                left[type] -= Math.Max(0, proof.Cuts[cut]) * certificate.Cuts[cut].Weights[type];
            }
        }

        for (var type = 0; type < types; type++)
        {
            var must = certificate.Types[type].MustHave;
            bound +=
                (must ? left[type] : Math.Max(0, left[type]))
                * certificate.Types[type].Members.Count;
        }

        return bound;
    }
}
