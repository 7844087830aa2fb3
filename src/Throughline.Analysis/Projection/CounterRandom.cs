using System.Runtime.InteropServices;

namespace Throughline.Analysis.Projection;

/// <summary>
/// Random numbers addressed, not drawn: the n-th number of a key is a function of both, so that two plans that are compared meet the same
/// luck, districts can be computed in any order, and every machine computes the same. The function is the finalizer of SplitMix64 over a
/// Weyl sequence (Steele, Lea and Flood, OOPSLA 2014), which passes BigCrush. Not for secrets.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CounterRandom(ulong key)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The numbers of a name, such as a district's code, under a seed.</summary>
    public static CounterRandom Of(ulong seed, string name)
    {
        var key = Mix(seed + Golden);
        foreach (var letter in name)
        {
            key = Mix(key ^ letter) + Golden;
        }

        return new CounterRandom(key);
    }

    /// <summary>An independent sequence for a run of this one.</summary>
    public CounterRandom Branch(int run) => new(Mix(key ^ Mix(((ulong)run * Golden) + 1)));

    /// <summary>The number at a place, above 0 and below 1.</summary>
    public double Uniform(int at) =>
        ((Mix(key + ((ulong)at * Golden)) >> 11) + 0.5) * (1.0 / (1UL << 53));

    public double Normal(int at) => PortableMath.NormalQuantile(Uniform(at));

    /// <summary>
    /// A draw from Beta(a, b), both above zero, as the ratio of gamma variates (Marsaglia and Tsang, <em>ACM TOMS</em> 26, 2000, 363-372).
    /// Uses the numbers from <paramref name="at"/> to about at + 100.
    /// </summary>
    public double Beta(double a, double b, int at)
    {
        var (one, other) = (Gamma(a, at), Gamma(b, at + 50));
        return one + other > 0 ? one / (one + other) : 0.5;
    }

    private double Gamma(double shape, int at)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, at + 1) * PortableMath.Power(Uniform(at), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        // One try in twenty is refused at most: twenty in a row never are.
        for (var i = 0; i < 20; i++)
        {
            var x = Normal(at + (2 * i));
            var root = 1 + (c * x);
            var v = root * root * root;
            if (
                v > 0
                && PortableMath.Log(Uniform(at + (2 * i) + 1))
                    < (0.5 * x * x) + (d * (1 - v + PortableMath.Log(v)))
            )
            {
                return d * v;
            }
        }

        return d;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
