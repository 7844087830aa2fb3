using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Feedback.Themes;

/// <summary>Tells everybody what was heard in a round and what changed. It can be told when every theme has its answer.</summary>
public sealed class AnswerBack(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<Nothing>> Do(
        FeedbackRoundId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var round = await db.Set<FeedbackRound>()
                    .FirstOrDefaultAsync(row => row.Id == id, cancel);
                if (round is null)
                {
                    return Outcome.Unknown;
                }

                var themes = await db.Set<Theme>()
                    .Where(row => row.RoundId == id)
                    .ToListAsync(cancel);
                if (themes.Count == 0)
                {
                    return Outcome.Refused(FeedbackSentences.NoThemes);
                }

                if (themes.Find(theme => theme.Disposition is null) is { } open)
                {
                    return Outcome.Refused(FeedbackSentences.ThemeIsOpen(open.Name));
                }

                round.AnswerBack(doing);
                db.Happened("round.answered-back", round);
                return Outcome.Done;
            },
            cancel
        );
}
