using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Publishing;

namespace Throughline.Feedback.Themes;

/// <summary>
/// Tells everybody what was heard in a round and what changed, and writes to those who asked for news, once, in their language. It can
/// be told when every theme has its answer.
/// </summary>
public sealed class AnswerBack(ThroughlineDb db, LanguageFiles languages, DistrictQueries districts)
    : IUseCase
{
    /// <param name="Site">The address of this installation, without a slash at its end.</param>
    public sealed record Input(FeedbackRoundId Round, string Site);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var round = await db.Set<FeedbackRound>()
                    .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
                if (round is null)
                {
                    return Outcome.Unknown;
                }

                var themes = await db.Set<Theme>()
                    .Where(row => row.RoundId == input.Round)
                    .ToListAsync(cancel);
                if (themes.Count == 0)
                {
                    return Outcome.Refused(FeedbackSentences.NoThemes);
                }

                if (themes.Find(theme => theme.Disposition is null) is { } open)
                {
                    return Outcome.Refused(FeedbackSentences.ThemeIsOpen(open.Name));
                }

                if (round.AnsweredBackAt is null)
                {
                    await Write(round.DistrictId, input.Site, doing, cancel);
                }

                round.AnswerBack(doing);
                db.Happened("round.answered-back", round);
                return Outcome.Done;
            },
            cancel
        );

    private async Task Write(DistrictId id, string site, Doing doing, CancellationToken cancel)
    {
        var district = (await districts.ById(id, cancel))!;
        foreach (var one in await db.Set<UpdateSubscription>().ToListAsync(cancel))
        {
            var mail = FeedbackMails.Heard(languages.In(one.Language), one, district, site);
            await Outbox.Enqueue(db, mail, doing, cancel);
        }
    }
}
