using Throughline.Analysis.Representation;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Hearing;

/// <summary>One group of the district's students, and how many of those who answered speak for it.</summary>
/// <param name="Population">Students in the directory; null where it gives no number, or none that may be shown.</param>
/// <param name="Heard">Answers; null where they are fewer than ten and more than none.</param>
/// <param name="Ratio">Its share of the answers by its share of the students, with what chance alone would do; null where it cannot be said.</param>
public sealed record GroupVoice(
    Option Option,
    int? Population,
    int? Heard,
    Interval? Ratio,
    Standing? Standing,
    bool IsEquity
);

/// <param name="Unknown">Answers that did not say. They are a row of their own, not shared out.</param>
public sealed record VoiceCoverage(
    Question Question,
    int? Students,
    int Answers,
    int Unknown,
    IReadOnlyList<GroupVoice> Groups
)
{
    public IEnumerable<GroupVoice> Missing =>
        Groups.Where(group =>
            group.Standing
                is Analysis.Representation.Standing.Silent
                    or Analysis.Representation.Standing.Missing
        );
}

/// <summary>
/// Who answered against who lives here. The groups overlap (a student can be an English learner and have a disability), so each is
/// compared with everybody outside of it, never summed.
/// </summary>
public sealed class VoiceQueries(
    ThroughlineDb db,
    IStorage storage,
    FeedbackQueries feedback,
    EquityQueries equity
) : IQueries
{
    private const string Subgroup = "subgroup";

    /// <summary>Null where the round does not ask which of the directory's groups one speaks for.</summary>
    public async Task<VoiceCoverage?> Of(FeedbackRoundId id, CancellationToken cancel = default)
    {
        if (
            await feedback.Round(id, cancel) is not { } round
            || await feedback.Questionnaire(id, round.Edition, cancel) is not { } form
            || form.Questions.FirstOrDefault(one => one.Segment == Subgroup) is not { } question
        )
        {
            return null;
        }

        var tally = new RoundTally(form, question);
        await storage.Answers.ReadSent(
            db.District!.Value,
            id,
            answer => tally.Add(answer.Entries),
            cancel
        );
        var counts = await equity.CountsByName(cancel);
        var meant =
            (await equity.Current(cancel))?.Groups.Select(one => one.Measure).ToHashSet() ?? [];
        var known = tally.Count - tally.CountUnknown;
        var voices = question.Options.Select(option =>
            Voice(
                option,
                counts.GetValueOrDefault(option.Code).Count,
                tally.CountOf(option.Code),
                known,
                counts.TryGetValue(option.Code, out var own) && meant.Contains(own.Measure)
            )
        );
        return new VoiceCoverage(
            question,
            counts.Values.Max(known => known.Count.Total),
            tally.Count,
            tally.CountUnknown,
            [.. voices.OrderByDescending(voice => voice.IsEquity)]
        );
    }

    /// <summary>
    /// How many of the answers of a round speak for each of the directory's groups, by its measure, and how many for none that is known.
    /// Not for a page as it stands: small numbers are among them.
    /// </summary>
    public async Task<(IReadOnlyDictionary<string, int> ByMeasure, int Unknown)> Counts(
        FeedbackRoundId id,
        CancellationToken cancel = default
    )
    {
        if (
            await feedback.Round(id, cancel) is not { } round
            || await feedback.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return (new Dictionary<string, int>(), 0);
        }

        var question = form.Questions.FirstOrDefault(one => one.Segment == Subgroup);
        var tally = new RoundTally(form, question);
        await storage.Answers.ReadSent(
            db.District!.Value,
            id,
            answer => tally.Add(answer.Entries),
            cancel
        );
        if (question is null)
        {
            return (new Dictionary<string, int>(), tally.Count);
        }

        var codes = question
            .Options.Select(option => option.Code)
            .ToHashSet(StringComparer.Ordinal);
        var measures = (await equity.Measures(cancel)).Where(measure =>
            codes.Contains(measure.Split(':')[^1])
        );
        return (
            measures.ToDictionary(
                measure => measure,
                measure => tally.CountOf(measure.Split(':')[^1]),
                StringComparer.Ordinal
            ),
            tally.CountUnknown
        );
    }

    private static GroupVoice Voice(
        Option option,
        GroupCount? count,
        int heard,
        int known,
        bool isEquity
    )
    {
        int? shown = heard is > 0 and < SmallGroups.Least ? null : heard;
        if (count is not { Count: { } population, Total: { } total } || known == 0)
        {
            return new GroupVoice(option, count?.Count, shown, null, null, isEquity);
        }

        var compared = Represent
            .Of([
                new GroupHeard(option.Code, population, heard),
                new GroupHeard("others", total - population, known - heard),
            ])
            .Groups[0];
        return new GroupVoice(
            option,
            population,
            shown,
            shown is null ? null : compared.RatioInterval,
            compared.Standing,
            isEquity
        );
    }
}
