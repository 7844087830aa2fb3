using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.Engagement.Communications;

/// <summary>Plans something to tell, with the questions that are expected, or changes it.</summary>
public sealed class KeepCommunication(ThroughlineDb db) : IUseCase
{
    public const int MostQuestions = 20;

    public sealed record Asked(string? Question, string? Answer, bool IsPublic);

    public sealed record Input
    {
        /// <summary>Null: a new one.</summary>
        public CommunicationId? Id { get; init; }

        public int Version { get; init; }

        public string? Subject { get; init; }

        public StakeholderGroupId? Audience { get; init; }

        public DecisionId? Decision { get; init; }

        public string? KeyMessage { get; init; }

        public CommunicationChannel Channel { get; init; }

        public string? Messenger { get; init; }

        public string? Language { get; init; }

        public DateOnly? On { get; init; }

        /// <summary>In their order; one without a question and an answer is none.</summary>
        public IReadOnlyList<Asked> Questions { get; init; } = [];
    }

    public Task<Outcome<CommunicationId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<CommunicationId>(doing, () => Keep(input, cancel), cancel);

    private async Task<Outcome<CommunicationId>> Keep(Input input, CancellationToken cancel)
    {
        var communication = input.Id is null
            ? null
            : await db.Set<Communication>().FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
        if ((communication is null && input.Id is not null) || !await Knows(input, cancel))
        {
            return Outcome.Unknown;
        }

        if (communication is not null && communication.Version != input.Version)
        {
            return new Conflict(
                communication.Version,
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [nameof(input.Subject)] = communication.Subject,
                    [nameof(input.KeyMessage)] = communication.KeyMessage,
                    [nameof(input.Messenger)] = communication.Messenger,
                }
            );
        }

        if (Refusals(input) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var isNew = communication is null;
        communication ??= new Communication
        {
            DistrictId = db.District!.Value,
            Id = Id.New<CommunicationId>(),
            Subject = "",
        };
        communication.Subject = input.Subject!.Trim();
        communication.AudienceId = input.Audience;
        communication.DecisionId = input.Decision;
        communication.KeyMessage = Clean(input.KeyMessage);
        communication.Channel = input.Channel;
        communication.Messenger = Clean(input.Messenger);
        communication.Language = Clean(input.Language);
        communication.On = input.On;
        if (isNew)
        {
            db.Add(communication);
        }
        else
        {
            // Its questions may be all that changed.
            db.Entry(communication).State = EntityState.Modified;
        }

        await AskAnew(communication, input, cancel);
        db.Happened(isNew ? "communication.planned" : "communication.changed", communication);
        return communication.Id;
    }

    private async Task<bool> Knows(Input input, CancellationToken cancel) =>
        (
            input.Audience is null
            || await db.Set<StakeholderGroup>().AnyAsync(row => row.Id == input.Audience, cancel)
        )
        && (
            input.Decision is null
            || await db.Set<Decision>().AnyAsync(row => row.Id == input.Decision, cancel)
        );

    private async Task AskAnew(Communication communication, Input input, CancellationToken cancel)
    {
        var before = await db.Set<ExpectedQuestion>()
            .Where(row => row.CommunicationId == communication.Id)
            .ToListAsync(cancel);
        db.RemoveRange(before);
        foreach (var (asked, place) in Written(input).Select((asked, place) => (asked, place)))
        {
            db.Add(
                new ExpectedQuestion
                {
                    DistrictId = communication.DistrictId,
                    Id = Id.New<ExpectedQuestionId>(),
                    CommunicationId = communication.Id,
                    Place = place,
                    Question = Clean(asked.Question)!,
                    Answer = Clean(asked.Answer),
                    IsPublic = asked.IsPublic,
                }
            );
        }
    }

    private static IEnumerable<Asked> Written(Input input) =>
        input.Questions.Where(asked =>
            Clean(asked.Question) is not null || Clean(asked.Answer) is not null
        );

    private static List<Refusal> Refusals(Input input)
    {
        var refusals = new List<Refusal>();
        void Refuse(Sentence why, string field) => refusals.Add(Outcome.Refused(why, field));
        void Limit(string? text, int most, string field)
        {
            if (Clean(text)?.Length > most)
            {
                Refuse(EngagementSentences.TooLong(most), field);
            }
        }

        if (Clean(input.Subject) is null)
        {
            Refuse(EngagementSentences.SayWhatIsTold, nameof(input.Subject));
        }

        Limit(input.Subject, Communication.SubjectLimit, nameof(input.Subject));
        Limit(input.KeyMessage, Communication.MessageLimit, nameof(input.KeyMessage));
        Limit(input.Messenger, Communication.MessengerLimit, nameof(input.Messenger));
        Limit(input.Language, Communication.LanguageLimit, nameof(input.Language));
        if (Written(input).Count() > MostQuestions)
        {
            Refuse(EngagementSentences.TooManyQuestions(MostQuestions), nameof(input.Questions));
        }

        for (var at = 0; at < input.Questions.Count; at++)
        {
            var (question, answer, isPublic) = input.Questions[at];
            var field = FormattableString.Invariant($"Input.Questions[{at}].");
            Limit(question, ExpectedQuestion.QuestionLimit, field + nameof(Asked.Question));
            Limit(answer, ExpectedQuestion.AnswerLimit, field + nameof(Asked.Answer));
            if (Clean(question) is null && Clean(answer) is not null)
            {
                Refuse(EngagementSentences.AnswerToNothing, field + nameof(Asked.Question));
            }
            else if (isPublic && Clean(question) is not null && Clean(answer) is null)
            {
                Refuse(EngagementSentences.AnswerFirst, field + nameof(Asked.Answer));
            }
        }

        return refusals;
    }

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Says that it was told, or takes that back.</summary>
public sealed class SettleCommunication(ThroughlineDb db) : IUseCase
{
    /// <param name="SentOn">Null: not told yet.</param>
    public sealed record Input(CommunicationId Id, DateOnly? SentOn);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var communication = await db.Set<Communication>()
                    .FirstOrDefaultAsync(row => row.Id == input.Id, cancel);
                if (communication is null)
                {
                    return Outcome.Unknown;
                }

                if (input.SentOn is { } on && communication.SentOn is null)
                {
                    communication.Sent(on);
                    db.Happened("communication.sent", communication);
                }
                else if (input.SentOn is null && communication.SentOn is not null)
                {
                    communication.NotSent();
                    db.Happened("communication.not-sent", communication);
                }

                return Outcome.Done;
            },
            cancel
        );
}

/// <summary>Takes it out of the plan; it can be brought back, with its questions.</summary>
public sealed class RemoveCommunication(ThroughlineDb db) : IUseCase
{
    private const string Kind = "communication";

    public Task<Outcome<Nothing>> Do(
        CommunicationId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Remove<Communication>(all => all.Where(row => row.Id == id), Kind, doing, cancel);

    public Task<Outcome<Nothing>> Undo(
        CommunicationId id,
        Doing doing,
        CancellationToken cancel = default
    ) => db.BringBack<Communication>(all => all.Where(row => row.Id == id), Kind, doing, cancel);
}
