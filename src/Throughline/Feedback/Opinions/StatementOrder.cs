using System.Collections.Concurrent;
using Throughline.Analysis.Opinion;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Opinions;

/// <summary>Which statements are shown before others: by question, the codes of its rows.</summary>
/// <param name="Number">Another one for another order: what was written for the one is not shown for the other.</param>
public sealed record StatementsInOrder(
    int Number,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ByQuestion
)
{
    public static readonly StatementsInOrder AsWritten = new(
        0,
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    );

    public IReadOnlyList<Option> Of(Question question)
    {
        if (!ByQuestion.TryGetValue(question.Code, out var codes))
        {
            return question.Rows;
        }

        var places = codes
            .Select((code, place) => (code, place))
            .ToDictionary(pair => pair.code, pair => pair.place, StringComparer.Ordinal);
        // One that came since stands first: nobody has seen it yet.
        return
        [
            .. question.Rows.OrderBy(row =>
                places.TryGetValue(row.Code, out var place) ? place : -1
            ),
        ];
    }
}

/// <summary>
/// Shows those statements first of which one more vote tells most (<see cref="Statements.Priority"/>), so that what was added late is
/// seen as well. Counted anew once in a while, beside those who answer, who never wait for it.
/// </summary>
public sealed class StatementOrder(IStorage storage, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private const int MostKept = 500;

    private readonly ConcurrentDictionary<FeedbackRoundId, Known> known = new();

    /// <summary>As it is known now; the first time as it is written.</summary>
    public StatementsInOrder Of(AskedRound round)
    {
        // A form that shows all of them at once shows them as they are written.
        var crowded = round
            .Questionnaire.Questions.Where(question =>
                question.Kind == QuestionKind.Statements && question.Rows.Count > Votes.ShownAtOnce
            )
            .ToList();
        if (crowded.Count == 0)
        {
            return StatementsInOrder.AsWritten;
        }

        var found = known.GetValueOrDefault(round.Round);
        if (
            found is null
            || (found.Renewing.IsCompleted && clock.GetElapsedTime(found.Since) > Kept)
        )
        {
            if (known.Count > MostKept)
            {
                known.Clear();
            }

            var before = found?.Order ?? StatementsInOrder.AsWritten;
            found = new Known(clock.GetTimestamp(), before);
            found.Renewing = Task.Run(() => Renew(found, round, crowded));
            known[round.Round] = found;
        }

        return found.Order;
    }

    private async Task Renew(Known into, AskedRound round, List<Question> questions)
    {
        var tally = new RoundTally(round.Questionnaire, segment: null);
        try
        {
            await storage.Answers.ReadSent(
                round.District.Id,
                round.Round,
                answer => tally.Add(answer.Entries),
                CancellationToken.None
            );
        }
        catch (Exception fault) when (storage.IsPassing(fault))
        {
            // The order it had does for another minute.
            return;
        }

        var order = questions.ToDictionary(
            question => question.Code,
            IReadOnlyList<string> (question) =>
                [
                    .. question
                        .Rows.OrderByDescending(row => Priority(tally, question, row))
                        .Select(row => row.Code),
                ],
            StringComparer.Ordinal
        );
        if (
            order.Any(pair =>
                !into.Order.ByQuestion.TryGetValue(pair.Key, out var was)
                || !was.SequenceEqual(pair.Value, StringComparer.Ordinal)
            )
        )
        {
            into.Order = new StatementsInOrder(into.Order.Number + 1, order);
        }
    }

    private static double Priority(RoundTally tally, Question question, Option row)
    {
        var field = AnswerFields.Row(question, row);
        return Statements.Priority(
            new Answers(
                tally.Chosen(field, Votes.Agree),
                tally.Chosen(field, Votes.Disagree),
                tally.Chosen(field, Votes.Pass)
            ),
            double.NaN
        );
    }

    private sealed class Known(long since, StatementsInOrder order)
    {
        public long Since { get; } = since;

        public StatementsInOrder Order { get; set; } = order;

        public Task Renewing { get; set; } = Task.CompletedTask;
    }
}
