using System.Text.Json.Serialization;

namespace Throughline.Publishing.Tree;

/// <summary>
/// A plan, or its workbook, as a reader gets it: every word is in the tree already, in one language, so that each renderer of it says
/// the same. A published version is this tree, frozen.
/// </summary>
/// <param name="Format">Of the JSON; counts up when a reader of it would have to change.</param>
/// <param name="Meta">The line above the title: whose plan, for which grades, which version.</param>
/// <param name="ContentsTitle">Over the list of sections.</param>
/// <param name="Opening">Before the list of sections.</param>
public sealed record PlanDocument(
    int Format,
    string Title,
    string District,
    bool IsInvented,
    string? School,
    string Language,
    bool RightToLeft,
    DateOnly Date,
    int? Version,
    string Meta,
    string ContentsTitle,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<Section> Sections
)
{
    public const int CurrentFormat = 1;

    /// <summary>Null where the district shows none.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The same tree, each of its texts changed.</summary>
    public PlanDocument Map(Func<string, string> change) =>
        this with
        {
            Title = change(Title),
            Logo = Logo is null ? null : Logo with { Words = change(Logo.Words) },
            District = change(District),
            School = School is null ? null : change(School),
            Meta = change(Meta),
            ContentsTitle = change(ContentsTitle),
            Opening = [.. Opening.Select(block => block.Map(change))],
            Sections =
            [
                .. Sections.Select(section =>
                    section with
                    {
                        Title = change(section.Title),
                        Blocks = [.. section.Blocks.Select(block => block.Map(change))],
                    }
                ),
            ],
        };
}

public sealed record Section(int Number, string Title, IReadOnlyList<Block> Blocks)
{
    [JsonIgnore]
    public string Anchor =>
        "s" + Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
