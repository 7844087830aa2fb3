using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>The words for time that a district uses.</summary>
public static class Horizons
{
    /// <summary>The district's set; the first one where it names a set that is no longer there.</summary>
    public static HorizonSet SetOf(IReadOnlyList<HorizonSet> sets, string code) =>
        sets.FirstOrDefault(set => set.Code == code) ?? sets[0];

    /// <summary>The name of a horizon wherever it stands; its code where no set has it.</summary>
    public static string NameOf(IReadOnlyList<HorizonSet> sets, string code) =>
        sets.SelectMany(set => set.Horizons).FirstOrDefault(one => one.Code == code)?.Name ?? code;
}
