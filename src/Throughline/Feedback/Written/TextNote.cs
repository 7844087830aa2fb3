using Throughline.Kernel;

namespace Throughline.Feedback.Written;

public readonly record struct TextNoteId(Guid Value) : IId<TextNoteId>
{
    public static TextNoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>
/// What the team put beside a text: a translation of it, and the words of it that everybody may read. Both come from what a respondent
/// wrote, so their wording stands in no history, and they go when the answer goes.
/// </summary>
public sealed class TextNote : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required TextNoteId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required AnswerId AnswerId { get; init; }

    /// <summary>As in <see cref="WrittenText.Field"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Counts the changes: whoever saves names the one they read.</summary>
    public int Version { get; set; }

    public string? Translation { get; set; }

    /// <summary>The language that it was translated into.</summary>
    public string? TranslationLanguage { get; set; }

    /// <summary>The words that everybody may read; null where nobody said so.</summary>
    public string? Quote { get; private set; }

    public string? QuoteTranslation { get; private set; }

    public string? QuoteTranslationLanguage { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public void Approve(string quote, string? translation, string language, Doing doing)
    {
        (Quote, QuoteTranslation) = (quote, translation);
        QuoteTranslationLanguage = translation is null ? null : language;
        (ApprovedBy, ApprovedAt) = (doing.Who, doing.When);
    }

    public void Withdraw()
    {
        (Quote, QuoteTranslation, QuoteTranslationLanguage) = (null, null, null);
        (ApprovedBy, ApprovedAt) = (null, null);
    }
}
