using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Feedback.Invitations;

/// <summary>
/// Reminds everybody who was written to: nobody knows who has answered. The reminder carries no link, since none is kept; it says which
/// mail has it.
/// </summary>
public sealed class RemindPeople(
    ThroughlineDb db,
    LanguageFiles languages,
    DistrictQueries districts
) : IUseCase
{
    /// <summary>Between two mails about the same thing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(3);

    public sealed record Input(FeedbackRoundId Round, FeedbackChannelId Channel);

    /// <summary>Answers how many were reminded.</summary>
    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(doing, () => Remind(input, doing, cancel), cancel);

    private async Task<Outcome<int>> Remind(Input input, Doing doing, CancellationToken cancel)
    {
        var channel = await PersonalChannel.Find(db, input.Round, input.Channel, cancel);
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        if (channel is null || round is null)
        {
            return Outcome.Unknown;
        }

        if (!round.IsOpen)
        {
            return Outcome.Refused(FeedbackSentences.NotOpen);
        }

        if (channel.RemindedAt > doing.When - Pause)
        {
            return Outcome.Refused(FeedbackSentences.RemindedLately);
        }

        var district = (await districts.ById(round.DistrictId, cancel))!;
        var people = await db.Set<AskedPerson>()
            .AsNoTracking()
            .Where(row => row.ChannelId == channel.Id)
            .ToListAsync(cancel);
        foreach (var person in people)
        {
            var mail = FeedbackMails.Remind(
                languages.In(person.Language),
                person.Email,
                district,
                round
            ) with
            {
                Actor = doing.Who,
            };
            if (await Outbox.Enqueue(db, mail, doing, cancel) is { } refusal)
            {
                return Outcome.Refused(refusal.Sentence);
            }
        }

        channel.Remind(doing);
        db.Happened("channel.people-reminded", channel);
        return people.Count;
    }
}
