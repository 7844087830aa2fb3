using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Hearing;

namespace Throughline.Engagement;

/// <summary>What a group has to show for a step: whether it was heard, only reached, or neither.</summary>
/// <param name="Heard">People heard, each once for an activity; null where they are few, since a small number could name them.</param>
public sealed record Voice(bool IsHeard, int? Heard, bool IsReached)
{
    public static readonly Voice None = new(false, 0, false);
}

/// <summary>One step with a column for each group.</summary>
public sealed record LedgerStep(string Step, IReadOnlyList<Voice> Voices, int Unknown)
{
    /// <summary>Whether anybody was asked in it, by a round, a meeting or a call, whoever answered.</summary>
    public bool IsAsked { get; init; }
}

/// <param name="Silent">Groups that were heard in no step at all.</param>
/// <param name="EquitySilentIn">The steps that were begun and in which nobody of the equity subgroup was heard.</param>
public sealed record Ledger(
    IReadOnlyList<GroupView> Groups,
    IReadOnlyList<LedgerStep> Steps,
    IReadOnlyList<GroupView> Silent,
    IReadOnlyList<string> EquitySilentIn
);

/// <summary>
/// Whose voices each step has: every kind of listening counts, paper and telephone as much as a form. A person counts once in an
/// activity; reached is not heard; people of no known group are a column of their own.
/// </summary>
public sealed class LedgerQueries(
    EngagementQueries engagement,
    FeedbackQueries feedback,
    VoiceQueries voices
) : IQueries
{
    public const int Least = 10;

    public async Task<Ledger> Of(IReadOnlyList<string> steps, CancellationToken cancel = default)
    {
        var groups = await engagement.Groups(cancel);
        var activities = await engagement.Activities(cancel);
        return Of(groups, [.. activities, .. await Rounds(groups, cancel)], steps);
    }

    /// <summary>A round is an activity, too: those who answered were heard.</summary>
    private async Task<List<ActivityView>> Rounds(
        IReadOnlyList<GroupView> groups,
        CancellationToken cancel
    )
    {
        var rounds = new List<ActivityView>();
        foreach (var round in await feedback.Rounds(cancel))
        {
            if (round is not { OpenedAt: { } opened, Step: { } step })
            {
                continue;
            }

            var (byMeasure, unknown) = await voices.Counts(round.Id, cancel);
            rounds.Add(
                new ActivityView(
                    default,
                    0,
                    round.Name,
                    ActivityKind.Survey,
                    DateOnly.FromDateTime(opened),
                    step,
                    null,
                    round.Id.Value,
                    null,
                    [
                        .. groups
                            .Where(group =>
                                group.Measure is not null && byMeasure.ContainsKey(group.Measure)
                            )
                            .Select(group => new CountView(
                                group.Id,
                                null,
                                byMeasure[group.Measure!]
                            )),
                        new CountView(null, null, unknown),
                    ]
                )
            );
        }

        return rounds;
    }

    public static Ledger Of(
        IReadOnlyList<GroupView> groups,
        IReadOnlyList<ActivityView> activities,
        IReadOnlyList<string> steps
    )
    {
        var byStep = activities
            .Where(activity => activity.Step is not null)
            .ToLookup(activity => activity.Step!, StringComparer.Ordinal);
        var rows = steps
            .Select(step => new LedgerStep(
                step,
                [.. groups.Select(group => VoiceOf(group, byStep[step]))],
                byStep[step]
                    .SelectMany(activity => activity.Counts)
                    .Where(count => count.Group is null)
                    .Sum(count => count.Heard ?? 0)
            )
            {
                IsAsked = byStep[step].Any(),
            })
            .ToList();
        var equity = Enumerable
            .Range(0, groups.Count)
            .Where(place => groups[place].IsEquity)
            .ToList();
        return new Ledger(
            groups,
            rows,
            [
                .. groups.Where(group =>
                    !activities
                        .SelectMany(activity => activity.Counts)
                        .Any(count => count.Group == group.Id && count.Heard is > 0)
                ),
            ],
            equity.Count == 0
                ? []
                :
                [
                    .. rows.Where(row =>
                            byStep[row.Step].Any()
                            && equity.TrueForAll(place => !row.Voices[place].IsHeard)
                        )
                        .Select(row => row.Step),
                ]
        );
    }

    private static Voice VoiceOf(GroupView group, IEnumerable<ActivityView> activities)
    {
        var counts = activities
            .SelectMany(activity => activity.Counts)
            .Where(count => count.Group == group.Id)
            .ToList();
        var heard = counts.Sum(count => count.Heard ?? 0);
        return heard > 0
            ? new Voice(true, heard < Least ? null : heard, true)
            : new Voice(false, 0, counts.Any(count => count.Reached is > 0));
    }
}
