using Throughline.Kernel;

namespace Throughline.Feedback.Opinions;

public readonly record struct StatementRulingId(Guid Value) : IId<StatementRulingId>
{
    public static StatementRulingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>What the team decided about a statement that a respondent proposed. Its words stay in the answer, and go with it.</summary>
public sealed class StatementRuling : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required StatementRulingId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required AnswerId AnswerId { get; init; }

    /// <summary>The code of the question that it was proposed in.</summary>
    public required string Question { get; init; }

    /// <summary>The code that it has among the statements, also after it was taken out again; null while it never was one.</summary>
    public string? Row { get; set; }

    /// <summary>Whether others vote on it.</summary>
    public bool IsIn { get; set; }
}
