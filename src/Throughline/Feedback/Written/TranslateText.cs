using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>Puts a translation beside a text, so that whoever does not read its language can code it. The text stays as it was written.</summary>
public sealed class TranslateText(ThroughlineDb db, WrittenTexts texts) : IUseCase
{
    public const int Limit = 10_000;

    /// <param name="Version">Of the note beside the text, 0 for none.</param>
    /// <param name="Language">The language of the translation.</param>
    /// <param name="Translation">Blank: there is none any more.</param>
    public sealed record Input(
        FeedbackRoundId Round,
        AnswerId Answer,
        string Field,
        int Version,
        string Language,
        string? Translation
    );

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        if (await texts.Find(input.Round, input.Answer, input.Field, cancel) is null)
        {
            return Outcome.Unknown;
        }

        return input.Translation?.Length > Limit
            ? Outcome.Refused(FeedbackSentences.TooLong(Limit), nameof(input.Translation))
            : await db.Write<Nothing>(doing, () => Translate(input, cancel), cancel);
    }

    private Task<Outcome<Nothing>> Translate(Input input, CancellationToken cancel) =>
        new NoteBeside(input.Round, input.Answer, input.Field, input.Version).Change(
            db,
            note => new() { [nameof(input.Translation)] = note.Translation },
            note =>
            {
                note.Translation = NoteBeside.Clean(input.Translation);
                note.TranslationLanguage = note.Translation is null ? null : input.Language;
            },
            "round.text-translated",
            cancel
        );
}
