using Throughline.Data;
using Throughline.Direction;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Hearing;

/// <summary>One group of those who answered.</summary>
/// <param name="Option">Of the question that parts them; null: those who did not say.</param>
/// <param name="Count">Null where the group is too small to be shown.</param>
/// <param name="IsEquity">Whether the equity goal is about them: they stand first.</param>
public sealed record SegmentHeard(Option? Option, int? Count, bool IsEquity)
{
    public string? Code => Option?.Code;
}

/// <summary>One thing that could be said, and how many said it: of all, and of each segment that is shown.</summary>
/// <param name="Count">Null where it says who somebody is, and they are too few to be shown.</param>
public sealed record OptionHeard(Words Text, int? Count, int Of, IReadOnlyList<int?> BySegment);

/// <param name="Row">Of a matrix; null elsewhere.</param>
/// <param name="Answered">How many entered anything.</param>
public sealed record EntryHeard(
    string Field,
    Option? Row,
    int Answered,
    IReadOnlyList<OptionHeard> Options
);

public sealed record QuestionHeard(
    Question Question,
    IReadOnlyList<EntryHeard> Entries,
    NumberHeard? Numbers
);

/// <summary>Half of the numbers lie between the quarters.</summary>
public sealed record NumberHeard(
    int Count,
    double LowerQuarter,
    double Median,
    double UpperQuarter
);

/// <param name="Count">Of all who answered; null where they are fewer than ten, and then nothing else is shown.</param>
public sealed record RoundHeard(
    int? Count,
    Questionnaire Form,
    Question? Segment,
    IReadOnlyList<SegmentHeard> Segments,
    IReadOnlyList<QuestionHeard> Questions
);

/// <summary>What was heard in a round, live: every figure counts answers that are on disk now, and no small group can be read off.</summary>
public sealed class HearRound(
    ThroughlineDb db,
    IStorage storage,
    FeedbackQueries feedback,
    EquityQueries equity
) : IQueries
{
    /// <param name="segment">The code of a question that says who answers; null leaves them together.</param>
    public async Task<RoundHeard?> Do(
        FeedbackRoundId id,
        string? segment,
        CancellationToken cancel = default
    )
    {
        if (
            await feedback.Round(id, cancel) is not { } round
            || await feedback.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return null;
        }

        var parting = form.Questions.FirstOrDefault(question =>
            question.Code == segment && question.Segment is not null && question.Options.Count > 0
        );
        var tally = new RoundTally(form, parting);
        await storage.Answers.ReadSent(
            db.District!.Value,
            id,
            answer => tally.Add(answer.Entries),
            cancel
        );
        if (tally.Count < SmallGroups.Least)
        {
            return new RoundHeard(null, form, parting, [], []);
        }

        var segments = parting is null ? [] : await Segments(tally, parting, cancel);
        return new RoundHeard(
            tally.Count,
            form,
            parting,
            segments,
            [
                .. form
                    .Questions.Where(question =>
                        question.Kind != QuestionKind.Note && question != parting
                    )
                    .Select(question => Heard(tally, question, segments)),
            ]
        );
    }

    private async Task<List<SegmentHeard>> Segments(
        RoundTally tally,
        Question parting,
        CancellationToken cancel
    )
    {
        const string Unsaid = "";
        var sizes = parting.Options.ToDictionary(
            option => option.Code,
            option => tally.CountOf(option.Code),
            StringComparer.Ordinal
        );
        sizes[Unsaid] = tally.CountUnknown;
        var hidden = SmallGroups.Hidden(sizes, parting.Kind == QuestionKind.Several);
        var meant = await EquityCodes(cancel);
        return
        [
            .. parting
                .Options.Select(option => new SegmentHeard(
                    option,
                    hidden.Contains(option.Code) ? null : sizes[option.Code],
                    parting.Segment == "subgroup" && meant.Contains(option.Code)
                ))
                .OrderByDescending(one => one.IsEquity),
            new SegmentHeard(null, hidden.Contains(Unsaid) ? null : sizes[Unsaid], false),
        ];
    }

    /// <summary><c>group:english-learner</c> is the option <c>english-learner</c>.</summary>
    private async Task<HashSet<string>> EquityCodes(CancellationToken cancel) =>
        (await equity.Current(cancel))
            ?.Groups.Select(group => group.Measure.Split(':')[^1])
            .ToHashSet(StringComparer.Ordinal)
        ?? [];

    private static QuestionHeard Heard(
        RoundTally tally,
        Question question,
        IReadOnlyList<SegmentHeard> segments
    ) =>
        new(
            question,
            [
                .. question.HasRows
                    ? question.Rows.Select(row =>
                        Entry(tally, question, AnswerFields.Row(question, row), row, segments)
                    )
                    : [Entry(tally, question, question.Code, null, segments)],
            ],
            question.Kind == QuestionKind.Number ? Numbers(tally.Numbers(question.Code)) : null
        );

    private static EntryHeard Entry(
        RoundTally tally,
        Question question,
        string field,
        Option? row,
        IReadOnlyList<SegmentHeard> segments
    )
    {
        var isRanking = question.Kind == QuestionKind.Ranking;
        int Of(string option, string? segment) =>
            isRanking ? tally.First(field, option, segment) : tally.Chosen(field, option, segment);
        var answered = tally.Answered(field);
        var few = Few(tally, question, field, answered);
        return new EntryHeard(
            field,
            row,
            answered,
            [
                .. question.Options.Select(option => new OptionHeard(
                    option.Text,
                    few.Contains(option.Code) ? null : Of(option.Code, null),
                    answered,
                    [
                        .. segments
                            .Where(one => one.Option is not null)
                            .Select(one =>
                                one.Count is null || few.Contains(option.Code)
                                    ? null
                                    : (int?)Of(option.Code, one.Code)
                            ),
                    ]
                )),
            ]
        );
    }

    /// <summary>Of a question that says who answers, the answers that too few gave; of every other question none is hidden.</summary>
    private static IReadOnlySet<string> Few(
        RoundTally tally,
        Question question,
        string field,
        int answered
    )
    {
        if (question.Segment is null || question.HasRows)
        {
            return new HashSet<string>();
        }

        const string Unsaid = "";
        var sizes = question.Options.ToDictionary(
            option => option.Code,
            option => tally.Chosen(field, option.Code),
            StringComparer.Ordinal
        );
        sizes[Unsaid] = tally.Count - answered;
        return SmallGroups.Hidden(sizes, question.Kind == QuestionKind.Several);
    }

    private static NumberHeard? Numbers(IReadOnlyList<double> numbers)
    {
        if (numbers.Count < SmallGroups.Least)
        {
            return null;
        }

        var sorted = numbers.Order().ToArray();
        double At(double share) => sorted[(int)Math.Round((sorted.Length - 1) * share)];
        return new NumberHeard(sorted.Length, At(0.25), At(0.5), At(0.75));
    }
}
