namespace Throughline.Kernel;

/// <summary>
/// One thing that happened in a district: the row behind each sentence of history. Written in the transaction of the change it
/// tells of, never changed afterwards.
/// </summary>
public sealed class Happening : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required HappeningId Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime When { get; init; }

    public required PersonId Who { get; init; }

    public PersonId? OnBehalfOf { get; init; }

    public string? Why { get; init; }

    /// <summary>What happened, as the key of its sentence: <c>goal.revised</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it happened to: <c>goal</c>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The subject's name at that time, for the sentence.</summary>
    public required string About { get; init; }

    /// <summary>JSON: the fields that changed, old and new.</summary>
    public string Changes { get; set; } = "[]";
}

public sealed record FieldChange(string Field, string? Old, string? New);
