namespace Throughline.Browser.Tests.EveryPage;

/// <summary>What axe leaves to people to decide. Each kind that was looked at stands here with what was seen; any other is a fault.</summary>
internal static class Undecided
{
    private static readonly (string Rule, string Reason)[] Looked =
    [
        (
            "th-has-data-cells",
            "The head of the last group of a register: axe looks for its cells beside it, and they stand below, in the rows of the group."
        ),
    ];

    public static IEnumerable<string> Unexplained(IEnumerable<(string Where, Finding What)> all) =>
        from one in all
        where !Looked.Any(known => known.Rule == one.What.Rule)
        select $"{one.Where} undecided, {one.What}";
}
