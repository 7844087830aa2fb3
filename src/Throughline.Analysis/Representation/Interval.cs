using System.Runtime.InteropServices;

namespace Throughline.Analysis.Representation;

/// <summary>A closed interval of a share or a difference of shares.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High)
{
    public bool Holds(double value) => Low <= value && value <= High;

    /// <summary>Both ends divided by a positive number.</summary>
    public Interval DividedBy(double divisor) => new(Low / divisor, High / divisor);
}
