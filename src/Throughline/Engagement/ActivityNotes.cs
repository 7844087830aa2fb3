using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Engagement;

/// <summary>What was noted at focus groups, interviews and meetings about a round, a line a text.</summary>
public sealed class ActivityNotes(ThroughlineDb db, DistrictQueries districts) : INotes, IQueries
{
    public async Task<IReadOnlyList<WrittenText>> Of(
        FeedbackRoundId round,
        CancellationToken cancel
    )
    {
        var rows = await db.Set<EngagementActivity>()
            .AsNoTracking()
            .Where(row => row.Round == round.Value && row.Note != null)
            .OrderBy(row => row.On)
            .ThenBy(row => row.Id)
            .ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        // Notes are the team's, in the district's language.
        var language = (await districts.ById(db.District!.Value, cancel))!.Language;
        return
        [
            .. rows.SelectMany(row =>
                NoteLines
                    .Of(row.Note)
                    .Select(line => new WrittenText(
                        new AnswerId(row.Id.Value),
                        line.Field,
                        language,
                        line.Text,
                        Passage: null,
                        NotedAt: row.Title
                    ))
            ),
        ];
    }
}
