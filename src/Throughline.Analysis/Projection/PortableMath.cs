namespace Throughline.Analysis.Projection;

/// <summary>
/// Exponential, logarithm and normal quantile from additions, multiplications, divisions and square roots alone, which IEEE 754 fixes
/// to the last bit: the platform's own functions may differ in it from machine to machine, and a simulation would with them.
/// </summary>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double HalfRoot = 0.70710678118654752440;

    /// <summary>e^x to about 1e-15; 0 below -700, infinite above 709.</summary>
    public static double Exp(double x)
    {
        if (!(x > -700))
        {
            return double.IsNaN(x) ? x : 0;
        }

        if (x > 709)
        {
            return double.PositiveInfinity;
        }

        var power = Math.Floor((x / (Ln2High + Ln2Low)) + 0.5);
        var rest = x - (power * Ln2High) - (power * Ln2Low);
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; n <= 14; n++)
        {
            term *= rest / n;
            sum += term;
        }

        return sum * TwoTo((int)power);
    }

    /// <summary>The natural logarithm to about 1e-15; negative infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity
                : x > 0 ? x
                : double.NaN;
        }

        var shift = 0;
        if (x < 2.2250738585072014E-308)
        {
            x *= TwoTo(54);
            shift = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var power = (int)((bits >> 52) & 0x7FF) - 1022 + shift;
        var part = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1022L << 52));
        if (part < HalfRoot)
        {
            part *= 2;
            power--;
        }

        // ln(part) = 2 artanh(s), |s| < 0.172.
        var s = (part - 1) / (part + 1);
        var square = s * s;
        var (sum, term) = (0.0, s);
        for (var n = 1; n <= 21; n += 2)
        {
            sum += term / n;
            term *= square;
        }

        return (2 * sum) + (power * Ln2Low) + (power * Ln2High);
    }

    /// <summary>x to the power y, x above zero.</summary>
    public static double Power(double x, double y) => Exp(y * Log(x));

    /// <summary>
    /// The standard normal's quantile to about 1e-15 for 0 &lt; p &lt; 1. M. J. Wichura, Algorithm AS 241, <em>Applied Statistics</em> 37
    /// (1988), 477-484.
    /// </summary>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * Ratio(r, CentralTop, CentralBottom);
        }

        var tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        var value =
            tail <= 5
                ? Ratio(tail - 1.6, MiddleTop, MiddleBottom)
                : Ratio(tail - 5, FarTop, FarBottom);
        return q < 0 ? -value : value;
    }

    private static double TwoTo(int power) =>
        BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);

    private static double Ratio(double r, double[] top, double[] bottom)
    {
        var (above, below) = (top[7], bottom[7]);
        for (var i = 6; i >= 0; i--)
        {
            above = (above * r) + top[i];
            below = (below * r) + bottom[i];
        }

        return above / below;
    }

    private static readonly double[] CentralTop =
    [
        3.3871328727963666080e0,
        1.3314166789178437745e+2,
        1.9715909503065514427e+3,
        1.3731693765509461125e+4,
        4.5921953931549871457e+4,
        6.7265770927008700853e+4,
        3.3430575583588128105e+4,
        2.5090809287301226727e+3,
    ];

    private static readonly double[] CentralBottom =
    [
        1,
        4.2313330701600911252e+1,
        6.8718700749205790830e+2,
        5.3941960214247511077e+3,
        2.1213794301586595867e+4,
        3.9307895800092710610e+4,
        2.8729085735721942674e+4,
        5.2264952788528545610e+3,
    ];

    private static readonly double[] MiddleTop =
    [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ];

    private static readonly double[] MiddleBottom =
    [
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ];

    private static readonly double[] FarTop =
    [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ];

    private static readonly double[] FarBottom =
    [
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ];
}
