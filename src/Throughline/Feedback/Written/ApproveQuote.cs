using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>
/// A person says which words of a text everybody may read, or that nobody may any more. The words are the respondent's: parts can be left
/// out, none can be changed.
/// </summary>
public sealed class ApproveQuote(ThroughlineDb db, WrittenTexts texts) : IUseCase
{
    /// <param name="Version">Of the note beside the text, 0 for none.</param>
    /// <param name="Quote">Null: nobody may read it.</param>
    /// <param name="Language">The language of the translation.</param>
    /// <param name="QuoteTranslation">What is published beside the quote.</param>
    public sealed record Input(
        FeedbackRoundId Round,
        AnswerId Answer,
        string Field,
        int Version,
        string? Quote,
        string Language,
        string? QuoteTranslation
    );

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (await texts.Find(input.Round, input.Answer, input.Field, cancel) is not { } text)
        {
            return Outcome.Unknown;
        }

        var (quote, translation) = (input.Quote?.Trim(), NoteBeside.Clean(input.QuoteTranslation));
        if (quote is not null && QuotedWords.IsEmpty(quote))
        {
            return Outcome.Refused(FeedbackSentences.NothingQuoted, nameof(input.Quote));
        }

        if (quote is not null && QuotedWords.NotIn(text.Text, quote) is { } other)
        {
            return Outcome.Refused(FeedbackSentences.NotWritten(other), nameof(input.Quote));
        }

        return translation?.Length > TranslateText.Limit
            ? Outcome.Refused(
                FeedbackSentences.TooLong(TranslateText.Limit),
                nameof(input.QuoteTranslation)
            )
            : await db.Write<Nothing>(
                doing,
                () => Approve(input, quote, translation, doing, cancel),
                cancel
            );
    }

    private Task<Outcome<Nothing>> Approve(
        Input input,
        string? quote,
        string? translation,
        Doing doing,
        CancellationToken cancel
    ) =>
        new NoteBeside(input.Round, input.Answer, input.Field, input.Version).Change(
            db,
            note =>
                new()
                {
                    [nameof(input.Quote)] = note.Quote,
                    [nameof(input.QuoteTranslation)] = note.QuoteTranslation,
                },
            note =>
            {
                if (quote is null)
                {
                    note.Withdraw();
                }
                else
                {
                    note.Approve(quote, translation, input.Language, doing);
                }
            },
            quote is null ? "round.quote-withdrawn" : "round.quote-approved",
            cancel
        );
}
