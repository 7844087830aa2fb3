using Throughline.Kernel;

namespace Throughline.Feedback.Themes;

public readonly record struct ThemeId(Guid Value) : IId<ThemeId>
{
    public static ThemeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ThemeMarkId(Guid Value) : IId<ThemeMarkId>
{
    public static ThemeMarkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>What the team does about a theme.</summary>
public enum Disposition
{
    /// <summary>As it was said.</summary>
    Adopt,

    /// <summary>In another form.</summary>
    Adapt,

    /// <summary>Not.</summary>
    Decline,

    /// <summary>Later.</summary>
    Defer,
}

/// <summary>What in the plan a theme changed.</summary>
public enum ChangedKind
{
    Vision,
    Goal,
    Decision,
}

/// <summary>Something that several people said, in the team's words, and what became of it.</summary>
public sealed class Theme : DistrictThing<ThemeId>, IAtLevel
{
    public const int NameLimit = 120;
    public const int TextLimit = 1_000;

    public required FeedbackRoundId RoundId { get; init; }

    public required string Name { get; set; }

    /// <summary>What was said, summed up for those who said it.</summary>
    public string? Summary { get; set; }

    public Disposition? Disposition { get; private set; }

    /// <summary>Why, for those who said it.</summary>
    public string? Reason { get; private set; }

    public ChangedKind? Changed { get; private set; }

    public Guid? ChangedId { get; private set; }

    /// <summary>The version of it that has the change.</summary>
    public int? ChangedVersion { get; private set; }

    /// <summary>Its words, as they stood when this was written.</summary>
    public string? ChangedText { get; private set; }

    public DateTime? DisposedAt { get; private set; }

    public PersonId? DisposedBy { get; private set; }

    Role? IAtLevel.WrittenBy => Role.Editor;

    public override string HistoryKind => "theme";

    public override string HistoryName => Name;

    public void Dispose(
        Disposition disposition,
        string? reason,
        (ChangedKind Kind, Guid Id, int Version, string Text)? changed,
        Doing doing
    )
    {
        (Disposition, Reason) = (disposition, reason);
        (Changed, ChangedId, ChangedVersion, ChangedText) = (
            changed?.Kind,
            changed?.Id,
            changed?.Version,
            changed?.Text
        );
        (DisposedAt, DisposedBy) = (doing.When, doing.Who);
    }
}

/// <summary>That a text belongs to a theme; a text without a theme that was read has one mark that names none.</summary>
public sealed class ThemeMark : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required ThemeMarkId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required AnswerId AnswerId { get; init; }

    /// <summary>The entry of the answer: <c>hope</c>, <c>in-the-way.other</c>.</summary>
    public required string Field { get; init; }

    public ThemeId? ThemeId { get; init; }
}
