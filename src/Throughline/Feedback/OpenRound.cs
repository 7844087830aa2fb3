using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>
/// From here on everybody who has an address can answer. It needs a day on which it closes and one after which the answers are deleted;
/// where students are asked, also what their parents were told (consent, where a question touches a protected topic).
/// </summary>
public sealed class OpenRound(ThroughlineDb db, DistrictQueries districts) : IUseCase
{
    public const int MostYearsKept = 7;

    public sealed record Input(
        FeedbackRoundId Round,
        int Version,
        DateOnly? ClosesOn,
        DateOnly? KeepUntil,
        StudentBasis? Basis = null,
        DateOnly? BasisOn = null,
        string? BasisNote = null
    );

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<Nothing>(doing, () => Open(input, doing, cancel), cancel);

    private async Task<Outcome<Nothing>> Open(Input input, Doing doing, CancellationToken cancel)
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

        var district = (await districts.ById(round.DistrictId, cancel))!;
        var today = DistrictDay.Of(doing.When, district.TimeZone);
        var form = await db.Set<RoundForm>()
            .FirstAsync(row => row.RoundId == round.Id && row.Edition == round.Edition, cancel);
        var questionnaire = QuestionnaireJson.Read(form.Content);
        if (await db.Set<PublishedFigures>().AnyAsync(row => row.RoundId == round.Id, cancel))
        {
            return Outcome.Refused(FeedbackSentences.PublishedAlready);
        }

        if (Refusals(round, input, questionnaire, today) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        (round.ClosesOn, round.KeepUntil) = (input.ClosesOn, input.KeepUntil);
        if (round.AsksStudents)
        {
            round.RecordBasis(input.Basis!.Value, input.BasisOn!.Value, input.BasisNote?.Trim());
        }

        round.Open(doing);
        db.Happened("round.opened", round);
        return Outcome.Done;
    }

    private static List<Refusal> Refusals(
        FeedbackRound round,
        Input input,
        Questionnaire questionnaire,
        DateOnly today
    )
    {
        var refusals = new List<Refusal>();
        if (round.IsOpen)
        {
            refusals.Add(Outcome.Refused(FeedbackSentences.AlreadyOpen));
        }

        refusals.AddRange(
            QuestionnaireCheck
                .Of(questionnaire)
                .Select(problem => Outcome.Refused(problem.Sentence, problem.Where))
        );
        if (input.ClosesOn is not { } closes || closes < today)
        {
            refusals.Add(
                Outcome.Refused(FeedbackSentences.ChooseAClosingDay, nameof(input.ClosesOn))
            );
        }

        if (
            input.KeepUntil is not { } keep
            || keep < (input.ClosesOn ?? today)
            || keep > today.AddYears(MostYearsKept)
        )
        {
            refusals.Add(
                Outcome.Refused(FeedbackSentences.ChooseAKeepingDay, nameof(input.KeepUntil))
            );
        }

        if (round.AsksStudents && (input.Basis is null || !(input.BasisOn <= today)))
        {
            refusals.Add(Outcome.Refused(FeedbackSentences.SayTheBasis, nameof(input.Basis)));
        }
        else if (
            round.AsksStudents
            && input.Basis != StudentBasis.Consent
            && questionnaire.Questions.Any(question => question.Topics.Count > 0)
        )
        {
            refusals.Add(Outcome.Refused(FeedbackSentences.ConsentNeeded, nameof(input.Basis)));
        }

        return refusals;
    }
}
