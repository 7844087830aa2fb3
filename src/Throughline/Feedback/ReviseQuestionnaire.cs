using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// Changes what a round asks. Until it is opened its only edition is rewritten; afterwards a new edition is made, so that every answer
/// stays beside the words that were asked.
/// </summary>
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
        var before = QuestionnaireJson.Read(form.Content);
        var revised = input.Questionnaire.WithStaleTranslations(before);
        var content = QuestionnaireJson.Write(revised);
        if (content.AsSpan().SequenceEqual(form.Content))
        {
            return round.Version;
        }

        if (round.OpenedAt is not null && !AskTheSame(before, revised))
        {
            if (QuestionnaireCheck.Of(revised) is [var problem, ..])
            {
                return Outcome.Refused(problem.Sentence, problem.Where);
            }

            round.Edition++;
            db.Add(
                new RoundForm
                {
                    DistrictId = round.DistrictId,
                    Id = Id.New<RoundFormId>(),
                    RoundId = round.Id,
                    Edition = round.Edition,
                    Content = content,
                }
            );
        }
        else
        {
            form.Content = content;
            // The round itself is saved with it, so that a second writer is told.
            db.Entry(round).State = EntityState.Modified;
        }

        foreach (var change in QuestionnaireChange.Between(before, revised, round.Name))
        {
            db.Happened(change.Kind, round.HistoryKind, round.Id.Value, change.About);
        }

        return round.Version + 1;
    }

    /// <summary>That a person has read a translation, or what lies aside, changes no word that anybody is asked.</summary>
    private static bool AskTheSame(Questionnaire left, Questionnaire right)
    {
        byte[] Asked(Questionnaire form) =>
            QuestionnaireJson.Write(form with { Unreviewed = [], SetAside = [] });
        return Asked(left).AsSpan().SequenceEqual(Asked(right));
    }
}
