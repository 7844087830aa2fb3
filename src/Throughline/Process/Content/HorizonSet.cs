namespace Throughline.Process.Content;

/// <summary><see cref="Months"/> is counted from the plan's start; null means without end.</summary>
public sealed record Horizon(string Code, string Name, int? Months);

/// <summary>A district's words for time, such as short, mid and long term.</summary>
public sealed record HorizonSet(string Code, string Name, IReadOnlyList<Horizon> Horizons)
{
    internal static IReadOnlyList<HorizonSet> From(ContentNode structure, string language) =>
        [
            .. structure
                .ItemsOf("sets")
                .Select(set => new HorizonSet(
                    set.Need("code"),
                    TextSource.Inline(set, "names", language),
                    [.. set.ItemsOf("horizons").Select(horizon => HorizonOf(horizon, language))]
                )),
        ];

    static Horizon HorizonOf(ContentNode horizon, string language) =>
        new(
            horizon.Need("code"),
            TextSource.Inline(horizon, "names", language),
            horizon.Number("months")
        );
}
