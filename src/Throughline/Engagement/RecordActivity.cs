using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Engagement;

/// <summary>Writes down a time that people were reached or heard, with a count for each group.</summary>
public sealed class RecordActivity(ThroughlineDb db) : IUseCase
{
    /// <param name="Group">Null: people whose group nobody knows.</param>
    public sealed record Count(StakeholderGroupId? Group, int? Reached, int? Heard);

    public sealed record Input
    {
        /// <summary>Null: a new one.</summary>
        public EngagementActivityId? Id { get; init; }

        public int Version { get; init; }

        public string? Title { get; init; }

        public ActivityKind Kind { get; init; }

        public DateOnly? On { get; init; }

        public string? Step { get; init; }

        public Guid? Decision { get; init; }

        public Guid? Round { get; init; }

        public string? Note { get; init; }

        public IReadOnlyList<Count> Counts { get; init; } = [];
    }

    public Task<Outcome<EngagementActivityId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<EngagementActivityId>(doing, () => Record(input, cancel), cancel);

    private async Task<Outcome<EngagementActivityId>> Record(Input input, CancellationToken cancel)
    {
        var activity = input.Id is null
            ? null
            : await db.Set<EngagementActivity>()
                .FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
        if ((activity is null && input.Id is not null) || !await KnowsGroups(input, cancel))
        {
            return Outcome.Unknown;
        }

        if (activity is not null && activity.Version != input.Version)
        {
            return new Conflict(
                activity.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [nameof(input.Title)] = activity.Title,
                    [nameof(input.Note)] = activity.Note,
                }
            );
        }

        if (Refusals(input) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var isNew = activity is null;
        activity ??= new EngagementActivity
        {
            DistrictId = db.District!.Value,
            Id = Id.New<EngagementActivityId>(),
            Title = "",
            Kind = input.Kind,
            On = input.On!.Value,
        };
        activity.Title = input.Title!.Trim();
        activity.Kind = input.Kind;
        activity.On = input.On!.Value;
        activity.Step = input.Step;
        activity.Decision = input.Decision;
        activity.Round = input.Round;
        activity.Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        if (isNew)
        {
            db.Add(activity);
        }
        else
        {
            db.Entry(activity).State = EntityState.Modified;
        }

        await ForgetLines(activity, cancel);
        await CountAnew(activity, input, cancel);
        db.Happened(isNew ? "activity.recorded" : "activity.changed", activity);
        return activity.Id;
    }

    /// <summary>What was decided about a line of the note goes with the line, so that no theme counts words that nobody can read.</summary>
    private async Task ForgetLines(EngagementActivity activity, CancellationToken cancel)
    {
        var id = new AnswerId(activity.Id.Value);
        var lines = NoteLines.Of(activity.Note).Select(line => line.Field).ToHashSet();
        bool IsGone(FeedbackRoundId round, string field) =>
            round.Value != activity.Round || !lines.Contains(field);

        var marks = await db.Set<ThemeMark>().Where(row => row.AnswerId == id).ToListAsync(cancel);
        db.RemoveRange(marks.Where(mark => IsGone(mark.RoundId, mark.Field)));
        var notes = await db.Set<TextNote>().Where(row => row.AnswerId == id).ToListAsync(cancel);
        db.RemoveRange(notes.Where(note => IsGone(note.RoundId, note.Field)));
    }

    private async Task<bool> KnowsGroups(Input input, CancellationToken cancel)
    {
        var wanted = input
            .Counts.Where(count => count.Group is not null)
            .Select(count => count.Group!.Value)
            .Distinct()
            .ToList();
        return await db.Set<StakeholderGroup>().CountAsync(row => wanted.Contains(row.Id), cancel)
            == wanted.Count;
    }

    private async Task CountAnew(EngagementActivity activity, Input input, CancellationToken cancel)
    {
        var before = await db.Set<GroupHeard>()
            .Where(row => row.ActivityId == activity.Id)
            .ToListAsync(cancel);
        db.RemoveRange(before);
        foreach (
            var count in input.Counts.Where(count => count.Reached is > 0 || count.Heard is > 0)
        )
        {
            db.Add(
                new GroupHeard
                {
                    DistrictId = activity.DistrictId,
                    Id = Id.New<GroupHeardId>(),
                    ActivityId = activity.Id,
                    GroupId = count.Group,
                    Reached = count.Reached,
                    Heard = count.Heard,
                }
            );
        }
    }

    private static List<Refusal> Refusals(Input input)
    {
        var refusals = new List<Refusal>();
        var title = (input.Title ?? "").Trim();
        if (title.Length is 0 or > EngagementActivity.TitleLimit)
        {
            refusals.Add(
                Outcome.Refused(
                    title.Length == 0
                        ? EngagementSentences.NameTheActivity
                        : EngagementSentences.TooLong(EngagementActivity.TitleLimit),
                    nameof(input.Title)
                )
            );
        }

        if (input.Note?.Length > EngagementActivity.NoteLimit)
        {
            refusals.Add(
                Outcome.Refused(
                    EngagementSentences.TooLong(EngagementActivity.NoteLimit),
                    nameof(input.Note)
                )
            );
        }

        if (input.On is null)
        {
            refusals.Add(Outcome.Refused(EngagementSentences.ChooseADay, nameof(input.On)));
        }

        if (input.Counts.Any(count => count.Reached < 0 || count.Heard < 0))
        {
            refusals.Add(Outcome.Refused(EngagementSentences.NoNegative, nameof(input.Counts)));
        }
        else if (input.Counts.Any(count => count.Heard > count.Reached))
        {
            refusals.Add(
                Outcome.Refused(EngagementSentences.HeardAboveReached, nameof(input.Counts))
            );
        }
        else if (!input.Counts.Any(count => count.Reached is > 0 || count.Heard is > 0))
        {
            refusals.Add(Outcome.Refused(EngagementSentences.NobodyCounted, nameof(input.Counts)));
        }

        return refusals;
    }
}
