using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.OpenData;
using Throughline.Kernel;

namespace Throughline.Feedback.Answering;

/// <summary>
/// Stores what the team types from a paper, through the same door as everybody's answers. It has no history, as no answer has: who typed
/// it when would say who gave it.
/// </summary>
public sealed class TypeInPaper(
    ThroughlineDb db,
    IStorage storage,
    AnswerIntake intake,
    DistrictQueries districts
) : IUseCase
{
    /// <param name="Replace">A paper that was typed in before is stored as it is typed now.</param>
    public sealed record Input(
        FeedbackRoundId Round,
        FeedbackChannelId Channel,
        int Edition,
        string Language,
        string? Serial,
        AnswerEntries Entries,
        bool Replace = false
    );

    /// <summary>Answers the number of its receipt, when it is on disk.</summary>
    public async Task<Outcome<string>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var round = await db.Set<FeedbackRound>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        var isPaper = await db.Set<FeedbackChannel>()
            .AnyAsync(
                row =>
                    row.Id == input.Channel
                    && row.RoundId == input.Round
                    && row.Kind == ChannelKind.Paper,
                cancel
            );
        if (round is null || !isPaper)
        {
            return Outcome.Unknown;
        }

        var district = (await districts.ById(round.DistrictId, cancel))!;
        var today = DistrictDay.Of(doing.When, district.TimeZone);
        if (round.OpenedAt is null || round.ClearedAt is not null || round.KeepUntil < today)
        {
            return Outcome.Refused(FeedbackSentences.NotTakenAnyMore);
        }

        if (await db.Set<PublishedFigures>().AnyAsync(row => row.RoundId == round.Id, cancel))
        {
            return Outcome.Refused(FeedbackSentences.NotTakenOncePublished);
        }

        if (PaperSerial.Clean(input.Serial) is not { } serial)
        {
            return Outcome.Refused(FeedbackSentences.EnterASerial, nameof(input.Serial));
        }

        if (input.Entries.IsEmpty)
        {
            return Outcome.Refused(FeedbackSentences.PaperIsBlank);
        }

        var id = PaperSerial.AnswerOf(serial, input.Channel, round.ReceiptKey);
        if (
            !input.Replace
            && await storage.Answers.Find(round.DistrictId, round.Id, id, cancel) is not null
        )
        {
            return Outcome.Refused(FeedbackSentences.TypedBefore(serial), nameof(input.Serial));
        }

        await intake.Take(
            new Answer
            {
                DistrictId = round.DistrictId,
                RoundId = round.Id,
                Id = id,
                ChannelId = input.Channel,
                Edition = input.Edition,
                Language = input.Language,
                SavedOn = today,
                SentOn = today,
                Entries = input.Entries.ToJson(),
            },
            cancel
        );
        return Receipt.Of(id, round.ReceiptKey);
    }
}
