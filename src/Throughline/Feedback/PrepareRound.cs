using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Feedback;

/// <summary>Begins a round: what it is about and what it asks. Nobody can answer before it is opened.</summary>
public sealed class PrepareRound(ThroughlineDb db) : IUseCase
{
    public const int ReceiptKeyBytes = 32;

    public sealed record Input(
        string? Name,
        FeedbackSubject Subject,
        Questionnaire Questionnaire,
        Guid? SubjectId = null,
        int? SubjectVersion = null,
        string? Step = null,
        SchoolId? School = null,
        bool AsksStudents = false
    );

    public Task<Outcome<FeedbackRoundId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<FeedbackRoundId>(doing, () => Prepare(input, cancel), cancel);

    private async Task<Outcome<FeedbackRoundId>> Prepare(Input input, CancellationToken cancel)
    {
        var name = (input.Name ?? "").Trim();
        if (name.Length == 0)
        {
            return Outcome.Refused(FeedbackSentences.EnterAName, nameof(input.Name));
        }

        if (name.Length > FeedbackRound.NameLimit)
        {
            return Outcome.Refused(
                FeedbackSentences.TooLong(FeedbackRound.NameLimit),
                nameof(input.Name)
            );
        }

        if (!await db.KnowsSchool(input.School, cancel))
        {
            return Outcome.Unknown;
        }

        var round = new FeedbackRound
        {
            DistrictId = db.District!.Value,
            Id = Id.New<FeedbackRoundId>(),
            Name = name,
            Subject = input.Subject,
            SubjectId = input.SubjectId,
            SubjectVersion = input.SubjectVersion,
            Step = input.Step,
            SchoolId = input.School,
            AsksStudents = input.AsksStudents,
            Edition = 1,
            ReceiptKey = RandomNumberGenerator.GetBytes(ReceiptKeyBytes),
        };
        db.Add(round);
        db.Add(
            new RoundForm
            {
                DistrictId = round.DistrictId,
                Id = Id.New<RoundFormId>(),
                RoundId = round.Id,
                Edition = round.Edition,
                Content = QuestionnaireJson.Write(input.Questionnaire),
            }
        );
        db.Happened("round.prepared", round);
        return round.Id;
    }
}
