namespace Throughline.Kernel.Logos;

public readonly record struct DistrictLogoId(Guid Value) : IId<DistrictLogoId>
{
    public static DistrictLogoId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>
/// A picture that the district shows, or showed once: which one it shows now stands with the district. The picture itself never
/// changes; it is kept in the database, so that a backup has it too.
/// </summary>
public sealed class DistrictLogo : DistrictThing<DistrictLogoId>, IAtLevel
{
    public const int WordsLimit = 200;

    /// <summary>Its name in addresses, made of its content: <c>9f86d081884c7d65….png</c>.</summary>
    public required string File { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required byte[] Picture { get; init; }

    /// <summary>Of a hundred points of it, how many stand out from the head of the page.</summary>
    public required int StandsOut { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>What it says, for whoever does not see it; null: the district's name.</summary>
    public string? Words { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Lead;

    public override string HistoryKind => "logo";

    public override string HistoryName => Words ?? File;

    public string WordsIn(District district) => Words ?? district.Name;

    public void Say(string? words) => Words = words;
}
