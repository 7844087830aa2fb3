using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Feedback.Themes;

/// <param name="Texts">How many texts belong to it.</param>
public sealed record ThemeView(
    ThemeId Id,
    int Version,
    string Name,
    string? Summary,
    Disposition? Disposition,
    string? Reason,
    ChangedKind? Changed,
    Guid? ChangedId,
    string? ChangedText,
    int Texts
);

/// <summary>Something that was written, the themes it belongs to, and what the team put beside it.</summary>
/// <param name="IsRead">Whether somebody has decided already which themes.</param>
public sealed record TextView(
    WrittenText Written,
    bool IsRead,
    IReadOnlyList<ThemeId> Themes,
    TextNoteView Note
)
{
    /// <summary>What likeness is looked for in: its words, and those of its translation.</summary>
    public string InAllWords =>
        Note.Translation is { } own ? $"{Written.Text} {own}" : Written.Text;
}

public sealed class ThemeQueries(ThroughlineDb db, WrittenTexts written, TextNotes notes) : IQueries
{
    /// <summary>Those that most belongs to first.</summary>
    public async Task<IReadOnlyList<ThemeView>> Of(
        FeedbackRoundId round,
        CancellationToken cancel = default
    )
    {
        var themes = await db.Set<Theme>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .ToListAsync(cancel);
        var counts = await db.Set<ThemeMark>()
            .AsNoTracking()
            .Where(row => row.RoundId == round && row.ThemeId != null)
            .GroupBy(row => row.ThemeId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return
        [
            .. themes
                .Select(row => new ThemeView(
                    row.Id,
                    row.Version,
                    row.Name,
                    row.Summary,
                    row.Disposition,
                    row.Reason,
                    row.Changed,
                    row.ChangedId,
                    row.ChangedText,
                    counts.GetValueOrDefault(row.Id)
                ))
                .OrderByDescending(theme => theme.Texts)
                .ThenBy(theme => theme.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Everything that was written in a round.</summary>
    public async Task<IReadOnlyList<TextView>> Texts(
        FeedbackRoundId round,
        Questionnaire form,
        CancellationToken cancel = default
    )
    {
        var marks = (
            await db.Set<ThemeMark>()
                .AsNoTracking()
                .Where(row => row.RoundId == round)
                .ToListAsync(cancel)
        ).ToLookup(mark => (mark.AnswerId, mark.Field));
        var beside = await notes.Of(round, cancel);
        return
        [
            .. (await written.Of(round, form, cancel)).Select(text =>
            {
                var own = marks[(text.Answer, text.Field)].ToList();
                return new TextView(
                    text,
                    own.Count > 0,
                    [.. own.Select(mark => mark.ThemeId).OfType<ThemeId>()],
                    beside.GetValueOrDefault((text.Answer, text.Field)) ?? TextNoteView.None
                );
            }),
        ];
    }
}
