using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Opinions;

/// <summary>
/// Puts statements that respondents proposed among those that everybody votes on, or keeps them out; both can be turned around. All that
/// are decided together make one new edition of the questionnaire.
/// </summary>
public sealed class RuleOnStatements(ThroughlineDb db, IStorage storage) : IUseCase
{
    public const int MostTogether = 50;

    /// <param name="IsIn">Whether others are to vote on it.</param>
    public sealed record Ruling(AnswerId Answer, bool IsIn);

    public sealed record Input(
        FeedbackRoundId Round,
        string Question,
        IReadOnlyList<Ruling> Rulings
    );

    /// <summary>Answers how many were decided.</summary>
    public async Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default)
    {
        var rulings = input.Rulings.DistinctBy(one => one.Answer).Take(MostTogether).ToList();
        if (rulings.Count == 0)
        {
            return 0;
        }

        // Read before the write: the answers are read beside the context.
        var said = new Dictionary<AnswerId, Words>();
        foreach (var ruling in rulings)
        {
            var answer = await storage.Answers.Find(
                db.District!.Value,
                input.Round,
                ruling.Answer,
                cancel
            );
            if (
                answer?.SentOn is null
                || AnswerEntries.FromJson(answer.Entries).First(AnswerFields.Other(input.Question))
                    is not { } text
            )
            {
                return Outcome.Unknown;
            }

            said[ruling.Answer] = Words.Of(answer.Language, text);
        }

        return await db.Write<int>(doing, () => Rule(input, rulings, said, cancel), cancel);
    }

    private async Task<Outcome<int>> Rule(
        Input input,
        List<Ruling> rulings,
        Dictionary<AnswerId, Words> said,
        CancellationToken cancel
    )
    {
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        if (round is null)
        {
            return Outcome.Unknown;
        }

        var form = await db.Set<RoundForm>()
            .FirstAsync(row => row.RoundId == round.Id && row.Edition == round.Edition, cancel);
        var asked = QuestionnaireJson.Read(form.Content);
        if (asked.Question(input.Question) is not { Kind: QuestionKind.Statements } question)
        {
            return Outcome.Unknown;
        }

        var known = await db.Set<StatementRuling>()
            .Where(row => row.RoundId == round.Id && row.Question == question.Code)
            .ToListAsync(cancel);
        var rows = question.Rows.ToList();
        foreach (var ruling in rulings)
        {
            var row = known.Find(one => one.AnswerId == ruling.Answer);
            if (row is null)
            {
                row = new StatementRuling
                {
                    DistrictId = round.DistrictId,
                    Id = Id.New<StatementRulingId>(),
                    RoundId = round.Id,
                    AnswerId = ruling.Answer,
                    Question = question.Code,
                };
                known.Add(row);
                db.Add(row);
            }

            row.IsIn = ruling.IsIn;
            if (ruling.IsIn)
            {
                PutIn(row, said[ruling.Answer], rows, known);
            }
            else
            {
                TakeOut(row, rows, known);
            }
        }

        if (rows.Count == 0)
        {
            return Outcome.Refused(FeedbackSentences.LastStatement);
        }

        db.Happened("round.statements-ruled-on", round);
        var written = RoundEditions.Write(
            db,
            round,
            form,
            asked.Put(question with { Rows = rows }, null)
        );
        return written is Outcome<int>.Done ? rulings.Count : written;
    }

    /// <summary>Under the code it had before, so that the votes it had count again; what stands there already is not asked twice.</summary>
    private static void PutIn(
        StatementRuling row,
        Words words,
        List<Option> rows,
        List<StatementRuling> known
    )
    {
        var language = words.Languages.First();
        var same = rows.Find(one =>
            one.Text.Has(language)
            && string.Equals(
                one.Text.In(language),
                words.In(language),
                StringComparison.OrdinalIgnoreCase
            )
        );
        row.Row = same?.Code ?? row.Row ?? NewCode(rows, known);
        if (rows.TrueForAll(one => one.Code != row.Row))
        {
            rows.Add(new Option(row.Row, words));
        }
    }

    /// <summary>Only what a respondent brought, and only where nobody else brought the same.</summary>
    private static void TakeOut(StatementRuling row, List<Option> rows, List<StatementRuling> known)
    {
        if (
            row.Row?.StartsWith(Votes.OwnPrefix, StringComparison.Ordinal) == true
            && !known.Exists(one => one.IsIn && one.Row == row.Row)
        )
        {
            rows.RemoveAll(one => one.Code == row.Row);
        }
    }

    private static string NewCode(List<Option> rows, List<StatementRuling> known)
    {
        var taken = rows.Select(one => one.Code)
            .Concat(known.Select(one => one.Row))
            .Where(code => code?.StartsWith(Votes.OwnPrefix, StringComparison.Ordinal) == true)
            .Select(code =>
                int.TryParse(
                    code.AsSpan(Votes.OwnPrefix.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : 0
            );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Votes.OwnPrefix}{taken.DefaultIfEmpty(0).Max() + 1}"
        );
    }
}
