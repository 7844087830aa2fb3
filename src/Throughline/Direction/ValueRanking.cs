using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>The reasons to teach computing in somebody's order: one member's, made alone, or the team's.</summary>
public sealed class ValueRanking : DistrictThing<ValueRankingId>
{
    /// <summary>Null: the team's order.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>One ranking for each: the person's id, or <c>team</c>.</summary>
    public required string Whose { get; init; }

    /// <summary>The codes of the values, most important first, with commas between.</summary>
    public string Codes { get; private set; } = "";

    public IReadOnlyList<string> InOrder => Codes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public override string HistoryKind => PersonId is null ? "team-values" : "value-ranking";

    public override string HistoryName => "";

    public static string WhoseOf(PersonId? person) => person?.ToString() ?? "team";

    public void Rank(IEnumerable<string> codes) => Codes = string.Join(',', codes);
}
