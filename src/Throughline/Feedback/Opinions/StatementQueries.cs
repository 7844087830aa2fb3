using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Opinions;

/// <summary>A statement that a respondent proposed.</summary>
/// <param name="IsIn">Whether others vote on it; null while nobody has decided.</param>
public sealed record ProposedStatement(AnswerId Answer, string Language, string Text, bool? IsIn);

public sealed class StatementQueries(ThroughlineDb db, IStorage storage) : IQueries
{
    /// <summary>In the order of the answers' ids, which is none.</summary>
    public async Task<IReadOnlyList<ProposedStatement>> Proposed(
        FeedbackRoundId round,
        Question question,
        CancellationToken cancel = default
    )
    {
        var ruled = await db.Set<StatementRuling>()
            .AsNoTracking()
            .Where(row => row.RoundId == round && row.Question == question.Code)
            .ToDictionaryAsync(row => row.AnswerId, row => row.IsIn, cancel);
        var field = AnswerFields.Other(question);
        var proposed = new List<ProposedStatement>();
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                if (AnswerEntries.FromJson(answer.Entries).First(field) is { } text)
                {
                    proposed.Add(
                        new ProposedStatement(
                            answer.Id,
                            answer.Language,
                            text,
                            ruled.TryGetValue(answer.Id, out var isIn) ? isIn : null
                        )
                    );
                }
            },
            cancel
        );
        return proposed;
    }
}
