using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Written;

/// <summary>Everything that was said in a round in people's own words.</summary>
public sealed class WrittenTexts(ThroughlineDb db, IStorage storage, INotes notes) : IQueries
{
    /// <summary>The answers in the order of their ids, which is none; then what was noted down.</summary>
    public async Task<IReadOnlyList<WrittenText>> Of(
        FeedbackRoundId round,
        Questionnaire form,
        CancellationToken cancel = default
    )
    {
        var fields = Fields(form);
        var texts = new List<WrittenText>();
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
                texts.AddRange(
                    Of(answer.Id, answer.Language, AnswerEntries.FromJson(answer.Entries), fields)
                ),
            cancel
        );
        texts.AddRange(await notes.Of(round, cancel));
        return texts;
    }

    /// <summary>Null where nothing was written there, or was and is not sent.</summary>
    public async Task<WrittenText?> Find(
        FeedbackRoundId round,
        AnswerId id,
        string field,
        CancellationToken cancel = default
    )
    {
        if (NoteLines.IsLine(field))
        {
            return (await notes.Of(round, cancel)).FirstOrDefault(text =>
                text.Answer == id && text.Field == field
            );
        }

        var answer = await storage.Answers.Find(db.District!.Value, round, id, cancel);
        return answer?.SentOn is null
            ? null
            : Of(id, answer.Language, AnswerEntries.FromJson(answer.Entries), [field])
                .FirstOrDefault();
    }

    private static IEnumerable<WrittenText> Of(
        AnswerId answer,
        string language,
        AnswerEntries entries,
        IReadOnlyList<string> fields
    )
    {
        foreach (var field in fields)
        {
            if (entries.First(field) is { } text)
            {
                yield return new WrittenText(
                    answer,
                    field,
                    language,
                    text,
                    entries.First(AskedAbout.Field),
                    NotedAt: null
                );
            }
        }
    }

    /// <summary>The entries that people write freely; the statements that they propose are decided on elsewhere.</summary>
    private static List<string> Fields(Questionnaire form) =>
        [
            .. form.Questions.SelectMany(question =>
                IsWritten(question) ? [question.Code]
                : question is { Other: true, Kind: not QuestionKind.Statements }
                    ? [AnswerFields.Other(question)]
                : Array.Empty<string>()
            ),
        ];

    private static bool IsWritten(Question question) =>
        question.Kind is QuestionKind.ShortText or QuestionKind.LongText;
}
