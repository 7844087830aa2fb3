using Throughline.Analysis;
using Throughline.Analysis.Representation;
using Throughline.Data;
using Throughline.Direction;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Hearing;

/// <summary>
/// The answers as if every group had answered in proportion to its share of the students. Nobody who stayed away is heard by it: who
/// answers from a group that is weighted up speaks for those who did not.
/// </summary>
/// <param name="Answers">Those that say who they speak for: the others cannot be weighted.</param>
/// <param name="EffectiveSize">So many answers that all count alike would be as steady.</param>
/// <param name="Groups">Which groups were brought to their share.</param>
/// <param name="LeftOut">Which were not: too few answered, or the directory has no figure.</param>
public sealed record RoundWeighed(
    int Answers,
    double EffectiveSize,
    IReadOnlyList<Option> Groups,
    IReadOnlyList<Option> LeftOut,
    IReadOnlyDictionary<(string Field, string Option), double> Shares
)
{
    /// <summary>The weighted share of those who answered the field; null where nobody did.</summary>
    public double? Share(string field, string option) =>
        Shares.TryGetValue((field, option), out var share) ? share : null;
}

public sealed class WeighRound(
    ThroughlineDb db,
    IStorage storage,
    FeedbackQueries feedback,
    EquityQueries equity
) : IQueries
{
    /// <summary>A weight beyond these multiples of the mean would let a few people speak for many.</summary>
    private static readonly RakeSettings Settings = new() { Trim = (0.3, 3), Tolerance = 1e-6 };

    private const string In = "in";
    private const string Out = "out";

    /// <summary>
    /// Null where the round does not ask which of the directory's groups one speaks for, where no group is large enough on both sides, or
    /// where no weights within their limits bring all of them to their shares.
    /// </summary>
    public async Task<RoundWeighed?> Do(FeedbackRoundId id, CancellationToken cancel = default)
    {
        if (
            await feedback.Round(id, cancel) is not { } round
            || await feedback.Questionnaire(id, round.Edition, cancel) is not { } form
            || form.Questions.FirstOrDefault(one => one.Segment == "subgroup") is not { } question
        )
        {
            return null;
        }

        var answers = new List<byte[]>();
        var groups = new List<IReadOnlyList<string>>();
        await storage.Answers.ReadSent(
            db.District!.Value,
            id,
            answer =>
            {
                var own = AnswerEntries.FromJson(answer.Entries)[question.Code];
                if (own.Count > 0)
                {
                    answers.Add(answer.Entries.ToArray());
                    groups.Add(own);
                }
            },
            cancel
        );
        var margins = await Margins(question, groups, cancel);
        if (
            margins.Count == 0
            || Raked(groups, margins.Keys.ToList(), [.. margins.Values]) is not { } raked
        )
        {
            return null;
        }

        return new RoundWeighed(
            answers.Count,
            raked.EffectiveSize,
            [.. question.Options.Where(option => margins.ContainsKey(option.Code))],
            [.. question.Options.Where(option => !margins.ContainsKey(option.Code))],
            Shares(form, answers, raked.Weights)
        );
    }

    /// <summary>For each group that both it and the others are heard of: its share of the students, and theirs.</summary>
    private async Task<Dictionary<string, Margin>> Margins(
        Question question,
        List<IReadOnlyList<string>> groups,
        CancellationToken cancel
    )
    {
        var counts = await equity.CountsByName(cancel);
        var margins = new Dictionary<string, Margin>(StringComparer.Ordinal);
        foreach (var code in question.Options.Select(option => option.Code))
        {
            var heard = groups.Count(own => own.Contains(code));
            if (
                heard >= SmallGroups.Least
                && groups.Count - heard >= SmallGroups.Least
                && counts.TryGetValue(code, out var known)
                && known.Count is { Count: { } count, Total: { } total }
                && count > 0
                && count < total
            )
            {
                var share = (double)count / total;
                margins[code] = new Margin(
                    code,
                    new Dictionary<string, double>(StringComparer.Ordinal)
                    {
                        [In] = share,
                        [Out] = 1 - share,
                    }
                );
            }
        }

        return margins;
    }

    private static RakedWeights? Raked(
        List<IReadOnlyList<string>> groups,
        List<string> codes,
        List<Margin> margins
    )
    {
        var alike = new Dictionary<string, SampleRow>(StringComparer.Ordinal);
        var rows = groups.ConvertAll(own =>
        {
            var key = string.Concat(codes.Select(code => own.Contains(code) ? '1' : '0'));
            if (!alike.TryGetValue(key, out var row))
            {
                row = new SampleRow(
                    codes.ToDictionary(
                        code => code,
                        code => own.Contains(code) ? In : Out,
                        StringComparer.Ordinal
                    )
                );
                alike.Add(key, row);
            }

            return row;
        });
        try
        {
            return Rake.Of(rows, margins, Settings) is { Converged: true } raked ? raked : null;
        }
        catch (InputRefusedException)
        {
            return null;
        }
    }

    /// <summary>Answers of one weight are counted together: there are as many weights as there are sorts of people.</summary>
    private static Dictionary<(string Field, string Option), double> Shares(
        Questionnaire form,
        List<byte[]> answers,
        IReadOnlyList<double> weights
    )
    {
        var tallies = new Dictionary<double, RoundTally>();
        for (var at = 0; at < answers.Count; at++)
        {
            if (!tallies.TryGetValue(weights[at], out var tally))
            {
                tally = new RoundTally(form, segment: null);
                tallies.Add(weights[at], tally);
            }

            tally.Add(answers[at]);
        }

        var shares = new Dictionary<(string, string), double>();
        foreach (var question in form.Questions.Where(question => question.HasOptions))
        {
            foreach (var field in AnswerFields.Of(question))
            {
                if (question.Other && field == AnswerFields.Other(question))
                {
                    continue;
                }

                var all = tallies.Sum(pair => pair.Key * pair.Value.Answered(field));
                foreach (var option in question.Options.Where(_ => all > 0))
                {
                    shares[(field, option.Code)] =
                        tallies.Sum(pair =>
                            pair.Key
                            * (
                                question.Kind == QuestionKind.Ranking
                                    ? pair.Value.First(field, option.Code)
                                    : pair.Value.Chosen(field, option.Code)
                            )
                        ) / all;
                }
            }
        }

        return shares;
    }
}
