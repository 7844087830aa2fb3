using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// Writes what a round asks from now on. Until it is opened its only edition is rewritten; afterwards a new edition is made, so that
/// every answer stays beside the words that were asked.
/// </summary>
internal static class RoundEditions
{
    /// <summary>Answers the version of the round after it.</summary>
    public static Outcome<int> Write(
        ThroughlineDb db,
        FeedbackRound round,
        RoundForm form,
        Questionnaire revised
    )
    {
        var before = QuestionnaireJson.Read(form.Content);
        revised = revised.WithStaleTranslations(before);
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
