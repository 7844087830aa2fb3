using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <param name="Version">0 where there is none yet.</param>
public sealed record TextNoteView(
    int Version,
    string? Translation,
    string? TranslationLanguage,
    string? Quote,
    string? QuoteTranslation,
    string? QuoteTranslationLanguage,
    DateTime? ApprovedAt,
    string? ApprovedBy
)
{
    public static readonly TextNoteView None = new(0, null, null, null, null, null, null, null);
}

/// <summary>What the team put beside the texts of a round.</summary>
public sealed class TextNotes(ThroughlineDb db, NameQueries names) : IQueries
{
    public async Task<IReadOnlyDictionary<(AnswerId Answer, string Field), TextNoteView>> Of(
        FeedbackRoundId round,
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<TextNote>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .ToListAsync(cancel);
        var who = await names.Of(rows.Select(row => row.ApprovedBy), cancel);
        return rows.ToDictionary(
            row => (row.AnswerId, row.Field),
            row => new TextNoteView(
                row.Version,
                row.Translation,
                row.TranslationLanguage,
                row.Quote,
                row.QuoteTranslation,
                row.QuoteTranslationLanguage,
                row.ApprovedAt,
                row.ApprovedBy is { } by ? who.GetValueOrDefault(by) : null
            )
        );
    }
}
