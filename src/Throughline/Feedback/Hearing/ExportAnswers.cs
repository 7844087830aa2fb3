using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.Hearing;

/// <summary>
/// Every sent answer of a round as a table or as JSON, written as it is read: fifty thousand answers need no more memory than one. For
/// the district's own people, who may read them all; what is published is made elsewhere.
/// </summary>
public sealed class ExportAnswers(ThroughlineDb db, IStorage storage, FeedbackQueries feedback)
    : IQueries
{
    private static readonly string[] Own = ["answer", "channel", "language", "edition", "sent_on"];

    /// <summary>Writes UTF-8 and answers how many there were.</summary>
    public async Task<int> Csv(FeedbackRoundId round, Stream to, CancellationToken cancel)
    {
        var fields = await Fields(round, cancel);
        var places = fields
            .Select((field, place) => (field, place))
            .ToDictionary(pair => pair.field, pair => pair.place, StringComparer.Ordinal);
        var groups = (await feedback.Channels(round, cancel)).ToDictionary(
            channel => channel.Id,
            channel => channel.Group
        );
        await using var text = new StreamWriter(to, new UTF8Encoding(true), 64 * 1024, true);
        await text.WriteAsync(CsvText.Text([Own.Concat(fields)]));
        var row = new AnswerRow(places, Own.Length);
        var count = 0;
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                row.Fill(answer, groups.GetValueOrDefault(answer.Channel));
                CsvText.WriteRow(text, row.Cells);
                count++;
            },
            cancel
        );
        await text.FlushAsync(cancel);
        return count;
    }

    public async Task<int> Json(FeedbackRoundId round, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(
            to,
            new JsonWriterOptions { SkipValidation = true }
        );
        var count = 0;
        json.WriteStartArray();
        await storage.Answers.ReadSent(
            db.District!.Value,
            round,
            answer =>
            {
                json.WriteStartObject();
                json.WriteString("answer", answer.Id.ToString());
                json.WriteString("channel", answer.Channel.ToString());
                json.WriteString("language", answer.Language);
                json.WriteNumber("edition", answer.Edition);
                json.WriteString(
                    "sentOn",
                    answer.SentOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
                json.WritePropertyName("entries");
                json.WriteRawValue(answer.Entries, skipInputValidation: true);
                json.WriteEndObject();
                count++;
                if (json.BytesPending > 64 * 1024)
                {
                    json.Flush();
                }
            },
            cancel
        );
        json.WriteEndArray();
        await json.FlushAsync(cancel);
        return count;
    }

    /// <summary>The columns of every edition that was asked, the latest first; what an earlier one had besides comes after.</summary>
    private async Task<List<string>> Fields(FeedbackRoundId round, CancellationToken cancel)
    {
        var isAboutAPlan = (await feedback.Round(round, cancel))?.SubjectVersion is not null;
        var forms = await db.Set<RoundForm>()
            .AsNoTracking()
            .Where(row => row.RoundId == round)
            .OrderByDescending(row => row.Edition)
            .Select(row => row.Content)
            .ToListAsync(cancel);
        return
        [
            .. forms
                .SelectMany(content => QuestionnaireJson.Read(content).Questions)
                .SelectMany(AnswerFields.Of)
                .Distinct(),
            .. isAboutAPlan ? [AskedAbout.Field] : Array.Empty<string>(),
        ];
    }
}
