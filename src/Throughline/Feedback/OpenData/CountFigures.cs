using Microsoft.EntityFrameworkCore;
using Throughline.Analysis;
using Throughline.Analysis.Disclosure;
using Throughline.Data;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.OpenData;

/// <summary>
/// Counts chosen questions of a round for the public. Everything that was published of the round before is held against it, so that two
/// publications do not give away together what each keeps.
/// </summary>
public sealed class CountFigures(
    ThroughlineDb db,
    IStorage storage,
    FeedbackQueries feedback,
    ChosenQuotes quotes
) : IQueries
{
    /// <summary>Zeros are hidden too where they would say what a whole group said.</summary>
    private static readonly SuppressionPolicy Policy = new()
    {
        Rules = [new ThresholdRule(SmallGroups.Least)],
        Attacker = AttackerView.Counts,
        HidesZeros = true,
        TotalFactor = 1_000,
        AcceptsLess = true,
    };

    /// <param name="Questions">Codes of the questions to publish, and the fields of which quotes are.</param>
    /// <param name="Segment">The code of a question that says who answers; null leaves them together.</param>
    public sealed record Input(
        FeedbackRoundId Round,
        IReadOnlyList<string> Questions,
        string? Segment
    );

    public async Task<Outcome<Figures>> Do(Input input, CancellationToken cancel = default)
    {
        if (
            await feedback.Round(input.Round, cancel) is not { } round
            || await feedback.Questionnaire(input.Round, round.Edition, cancel) is not { } form
        )
        {
            return Outcome.Unknown;
        }

        var chosen = form
            .Questions.Where(question =>
                input.Questions.Contains(question.Code) && CountedField.CanBePublished(question)
            )
            .ToList();
        var quoted = (await quotes.Of(input.Round, form, cancel))
            .Where(one => input.Questions.Contains(one.Field))
            .ToList();
        if (chosen.Count + quoted.Count == 0)
        {
            return Outcome.Refused(FeedbackSentences.ChooseAQuestion, nameof(input.Questions));
        }

        var segment = form.Questions.FirstOrDefault(question =>
            question.Code == input.Segment && CountedField.CanPart(question)
        );
        var tally = new RoundTally(form, segment);
        await storage.Answers.ReadSent(
            db.District!.Value,
            round.Id,
            answer => tally.Add(answer.Entries),
            cancel
        );
        if (tally.Count < SmallGroups.Least)
        {
            return Outcome.Refused(FeedbackSentences.TooFewToPublish(SmallGroups.Least));
        }

        var fields = chosen
            .Where(question => question != segment)
            .SelectMany(CountedField.Of)
            .ToList();
        var tables = fields.SelectMany(field => field.Tables(tally, segment)).ToList();
        try
        {
            var history = await Published(round.Id, cancel);
            var shown = Protect(tables, history, cancel);
            if (tables.Exists(table => !shown.ContainsKey((table.Name, null, null))))
            {
                // How many answered is said everywhere; where that alone would tell too much, nothing is published.
                return Outcome.Refused(FeedbackSentences.CannotBeProtected);
            }

            return Read(form, round, tally, segment, fields, shown) with
            {
                Quotes = quoted,
            };
        }
        catch (InputRefusedException)
        {
            return Outcome.Refused(FeedbackSentences.CannotBeProtected);
        }
    }

    /// <summary>What each cell shows, by its table and place; what is hidden is not in it.</summary>
    private static Dictionary<(string Table, string? Group, string? At), int> Protect(
        List<CountTable> tables,
        IReadOnlyList<CountTable> history,
        CancellationToken cancel
    )
    {
        if (tables.Count == 0)
        {
            return [];
        }

        var hidden = TableSuppression
            .Protect(tables, history, Policy, effort: 20, cancel: cancel)
            .Hidden;
        var shown = new Dictionary<(string, string?, string?), int>();
        foreach (var (table, marks) in tables.Zip(hidden))
        {
            foreach (var (cell, isHidden) in table.Cells.Zip(marks))
            {
                if (!isHidden)
                {
                    var group = cell.At.Count > 1 ? cell.At[0] : null;
                    shown[(table.Name, group, cell.At[^1])] = (int)cell.Count!.Value;
                }
            }
        }

        return shown;
    }

    private static Figures Read(
        Questionnaire form,
        RoundView round,
        RoundTally tally,
        Question? segment,
        List<CountedField> fields,
        Dictionary<(string Table, string? Group, string? At), int> shown
    )
    {
        List<string> groups = segment is null
            ? []
            :
            [
                .. segment.Options.Select(option => option.Code),
                .. segment.Kind == QuestionKind.Several
                    ? Array.Empty<string>()
                    : [CountedField.Nothing],
            ];
        int? At(string table, string? group, string? at) =>
            shown.TryGetValue((table, group, at), out var count) ? count : null;
        OptionFigures Line(CountedField field, string? code, Words text)
        {
            var (table, at) = field.Place(code);
            return new OptionFigures(
                code,
                text,
                At(table, null, at),
                groups.ConvertAll(group => At(table, group, at))
            );
        }

        return new Figures(
            form.Title,
            tally.Count,
            SmallGroups.Least,
            round.ClosesOn,
            segment is null
                ? null
                : new SegmentFigures(
                    segment.Code,
                    segment.Text,
                    segment.Kind == QuestionKind.Several,
                    groups.ConvertAll(group => new OptionFigures(
                        group == CountedField.Nothing ? null : group,
                        segment.Options.FirstOrDefault(option => option.Code == group)?.Text
                            ?? Words.None,
                        // Every table has the sizes of the groups; a size is shown where all of them show it.
                        fields
                            .Select(field => At(field.Place(FirstOf(field)).Table, group, null))
                            .Aggregate((one, other) => one is null || other is null ? null : one),
                        []
                    ))
                ),
            fields.ConvertAll(field => new QuestionFigures(
                field.Field,
                field.Question.Text,
                field.Row?.Text,
                field.Several,
                [
                    .. field.Question.Options.Select(option =>
                        Line(field, option.Code, option.Text)
                    ),
                    .. field.Several
                        ? Array.Empty<OptionFigures>()
                        : [Line(field, null, Words.None)],
                ]
            ))
        );
    }

    private static string FirstOf(CountedField field) => field.Question.Options[0].Code;

    /// <summary>The tables of everything that was published of this round, withdrawn or not: what was read once is known.</summary>
    private async Task<IReadOnlyList<CountTable>> Published(
        FeedbackRoundId round,
        CancellationToken cancel
    )
    {
        var before = await db.Set<PublishedFigures>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .OrderBy(row => row.Number)
            .Select(row => row.Content)
            .ToListAsync(cancel);
        return [.. before.SelectMany(content => ReleasedTables.Of(FiguresJson.Read(content)))];
    }
}
