using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Process;

/// <summary>Keeps the team's answers to the short questions, and answers the step to begin with.</summary>
public sealed class FindStartingPoint(ThroughlineDb db, ProcessLibrary library) : IUseCase
{
    public sealed record Input(IReadOnlyList<string> Answers);

    public Task<Outcome<string>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var start = await library.StartingPoint(db.District, cancel);
                var known = start
                    .Questions.SelectMany(question => question.Answers)
                    .Select(answer => answer.Code)
                    .ToHashSet();
                var answers = input.Answers.Where(known.Contains).Distinct().ToList();
                if (answers.Count == 0)
                {
                    return Outcome.Refused(ProcessSentences.AnswerAQuestion);
                }

                var step = start.Suggest(answers).Step;
                var row = await db.Set<StartingPointAnswers>().FirstOrDefaultAsync(cancel);
                if (row is null)
                {
                    row = new StartingPointAnswers
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<StartingPointAnswersId>(),
                        Answers = "",
                        StepCode = step,
                        AnsweredAt = doing.When,
                    };
                    db.Add(row);
                }

                (row.Answers, row.StepCode, row.AnsweredAt) = (
                    string.Join(',', answers),
                    step,
                    doing.When
                );
                db.Happened("starting-point.found", row);
                return step;
            },
            cancel
        );
}
