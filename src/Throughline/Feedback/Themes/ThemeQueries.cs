using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
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

/// <summary>Something that was written, and the themes it belongs to.</summary>
/// <param name="Passage">The key of the part of a plan that it speaks of.</param>
/// <param name="IsRead">Whether somebody has decided that already.</param>
public sealed record TextView(
    AnswerId Answer,
    string Field,
    string Language,
    string Text,
    string? Passage,
    bool IsRead,
    IReadOnlyList<ThemeId> Themes
);

public sealed class ThemeQueries(ThroughlineDb db, IStorage storage) : IQueries
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

    /// <summary>Everything that was written in a round, in the order of the answers' ids, which is none.</summary>
    public async Task<IReadOnlyList<TextView>> Texts(
        FeedbackRoundId round,
        Questionnaire form,
        CancellationToken cancel = default
    )
    {
        var fields = TextFields(form);
        var marks = (
            await db.Set<ThemeMark>()
                .AsNoTracking()
                .Where(row => row.RoundId == round)
                .ToListAsync(cancel)
        ).ToLookup(mark => (mark.AnswerId, mark.Field));
        var texts = new List<TextView>();
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                var entries = AnswerEntries.FromJson(answer.Entries);
                foreach (var field in fields)
                {
                    if (entries.First(field) is { } text)
                    {
                        var own = marks[(answer.Id, field)].ToList();
                        texts.Add(
                            new TextView(
                                answer.Id,
                                field,
                                answer.Language,
                                text,
                                entries.First(AskedAbout.Field),
                                own.Count > 0,
                                [.. own.Select(mark => mark.ThemeId).OfType<ThemeId>()]
                            )
                        );
                    }
                }
            },
            cancel
        );
        return texts;
    }

    /// <summary>The entries that people write freely; the statements that they propose are decided on elsewhere.</summary>
    private static List<string> TextFields(Questionnaire form) =>
        [
            .. form.Questions.SelectMany(question =>
                question.Kind is QuestionKind.ShortText or QuestionKind.LongText ? [question.Code]
                : question is { Other: true, Kind: not QuestionKind.Statements }
                    ? [AnswerFields.Other(question)]
                : Array.Empty<string>()
            ),
        ];
}
