using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>Changes what a round asks, in the words of whoever prepares it.</summary>
public sealed class ReviseQuestionnaire(ThroughlineDb db) : IUseCase
{
    public sealed record Input(FeedbackRoundId Round, int Version, Questionnaire Questionnaire);

    /// <summary>Answers the version of the round after it.</summary>
    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(doing, () => Revise(input, cancel), cancel);

    private async Task<Outcome<int>> Revise(Input input, CancellationToken cancel)
    {
        var round = await db.Set<FeedbackRound>()
            .FirstOrDefaultAsync(row => row.Id == input.Round, cancel);
        if (round is null)
        {
            return Outcome.Unknown;
        }

        if (round.Version != input.Version)
        {
            return new Conflict(
                round.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
            );
        }

        var form = await db.Set<RoundForm>()
            .FirstAsync(row => row.RoundId == round.Id && row.Edition == round.Edition, cancel);
        return RoundEditions.Write(db, round, form, input.Questionnaire);
    }
}
