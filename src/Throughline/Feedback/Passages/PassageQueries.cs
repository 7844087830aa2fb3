using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Kernel;
using Throughline.Publishing;
using Throughline.Publishing.Tree;

namespace Throughline.Feedback.Passages;

/// <summary>Answers beside the passages of a published plan.</summary>
public sealed class PassageQueries(ThroughlineDb db, IStorage storage) : IQueries
{
    /// <summary>Null where the round is about no published version, or about one that was withdrawn.</summary>
    public async Task<AskedAbout?> About(
        FeedbackSubject subject,
        int? version,
        CancellationToken cancel = default
    )
    {
        if (subject is not (FeedbackSubject.Plan or FeedbackSubject.Passage) || version is null)
        {
            return null;
        }

        var plan = await db.Set<PublishedPlan>()
            .AsNoTracking()
            .Where(row => row.Number == version && row.WithdrawnAt == null)
            .Select(row => new { row.Language, row.Tree })
            .FirstOrDefaultAsync(cancel);
        return plan is null
            ? null
            : new AskedAbout(
                version.Value,
                plan.Language,
                Passage
                    .Of(PlanJson.Read(plan.Tree))
                    .ToDictionary(passage => passage.Key, StringComparer.Ordinal)
            );
    }

    /// <summary>The address at which a version is commented on today; null where no open round asks about it.</summary>
    public async Task<string?> AddressFor(
        int version,
        DateOnly today,
        CancellationToken cancel = default
    ) =>
        await (
            from round in db.Set<FeedbackRound>()
            join channel in db.Set<FeedbackChannel>() on round.Id equals channel.RoundId
            where
                round.SubjectVersion == version
                && (
                    round.Subject == FeedbackSubject.Plan
                    || round.Subject == FeedbackSubject.Passage
                )
                && round.OpenedAt != null
                && round.ClosedAt == null
                && round.ClosesOn >= today
                && channel.Kind == ChannelKind.Link
            orderby round.OpenedAt descending, channel.Id
            select channel.Code
        ).FirstOrDefaultAsync(cancel);

    /// <summary>How many spoke of each passage, in the order of the plan.</summary>
    public async Task<IReadOnlyList<(Passage Passage, int Answers)>> Counts(
        FeedbackRoundId round,
        AskedAbout about,
        CancellationToken cancel = default
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                if (AnswerEntries.FromJson(answer.Entries).First(AskedAbout.Field) is { } key)
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            },
            cancel
        );
        return
        [
            .. about
                .Passages.Values.Where(passage => counts.ContainsKey(passage.Key))
                .Select(passage => (passage, counts[passage.Key])),
        ];
    }
}
