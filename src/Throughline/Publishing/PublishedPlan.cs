using Throughline.Kernel;

namespace Throughline.Publishing;

public readonly record struct PublishedPlanId(Guid Value) : IId<PublishedPlanId>
{
    public static PublishedPlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>
/// A version of the plan as everybody can read it. It never changes: what the team writes afterwards goes into the next one. It can be
/// withdrawn; the page then says so, and nobody reads it any more.
/// </summary>
public sealed class PublishedPlan : DistrictThing<PublishedPlanId>, IAtLevel
{
    public const int TitleLimit = 200;
    public const int NoteLimit = 2000;

    /// <summary>Counted through the district, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Null: the district's plan.</summary>
    public SchoolId? SchoolId { get; init; }

    public required string Title { get; init; }

    /// <summary>What changed since the version before, in the team's words.</summary>
    public string? WhatChanged { get; init; }

    public required string Language { get; init; }

    /// <summary>The day of publishing, where the district is.</summary>
    public required DateOnly PublishedOn { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required PersonId PublishedBy { get; init; }

    /// <summary>The tree as JSON, UTF-8. Bytes, so that the history of the district does not keep it a second time.</summary>
    public required byte[] Tree { get; init; }

    /// <summary>The page's body as it was rendered then, UTF-8.</summary>
    public required byte[] Body { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public PersonId? WithdrawnBy { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Lead;

    public override string HistoryKind => "published-plan";

    public override string HistoryName => Title;

    public void Withdraw(string why, Doing doing) =>
        (WithdrawnAt, WithdrawnBy, WithdrawnWhy) = (doing.When, doing.Who, why);
}
