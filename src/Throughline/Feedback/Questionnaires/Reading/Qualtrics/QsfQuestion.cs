using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>A question of a Qualtrics file, or one of the questions that stand side by side in another.</summary>
internal sealed record QsfQuestion(
    JsonElement Payload,
    JsonElement? Translations,
    string MainLanguage
)
{
    public string Id => Payload.Name("QuestionID");

    /// <summary>The name of its column in Qualtrics' exports; the id where none was given.</summary>
    public string Code => Payload.Name("DataExportTag") is { Length: > 0 } tag ? tag : Id;

    public string Type => Payload.Name("QuestionType");

    public string Selector => Payload.Name("Selector");

    public string SubSelector => Payload.Name("SubSelector");

    public string Kind =>
        string.Join(' ', new[] { Type, Selector, SubSelector }.Where(part => part.Length > 0));

    public List<(string Language, string Text)> Text =>
        Said(Payload, "QuestionText", "QuestionText");

    /// <summary>What can be chosen, or the rows of a matrix, in the order in which they are shown.</summary>
    public List<QsfChoice> Choices => List("Choices", "ChoiceOrder");

    /// <summary>The columns of a matrix.</summary>
    public List<QsfChoice> Answers => List("Answers", "AnswerOrder");

    /// <summary>Words along a slider.</summary>
    public List<QsfChoice> Labels => List("Labels", "");

    public JsonElement? Validation => Payload.Find("Validation", "Settings");

    /// <summary>What stands side by side in it.</summary>
    public IEnumerable<QsfQuestion> Beside =>
        Payload
            .Find("AdditionalQuestions")
            .Entries()
            .Select(one => new QsfQuestion(one.Value, null, MainLanguage)
            {
                Outer = this,
                Place = one.Key,
            });

    public QsfQuestion? Outer { get; init; }

    public string Place { get; init; } = "";

    private List<QsfChoice> List(string key, string orderKey)
    {
        var entries = Payload.Find(key).Entries().ToList();
        SourceLimits.Count(entries.Count, SourceLimits.MostOptions, Code);
        var order = Payload
            .Find(orderKey)
            .Items()
            .Select((one, i) => (Key: one.Text(), At: i))
            .DistinctBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.At, StringComparer.Ordinal);
        return
        [
            .. entries
                .Select(entry => new QsfChoice(
                    entry.Key,
                    Texts(entry.Value, key, entry.Key),
                    entry.Value
                ))
                .OrderBy(choice => order.GetValueOrDefault(choice.Id, int.MaxValue)),
        ];
    }

    private List<(string Language, string Text)> Texts(JsonElement entry, string list, string id)
    {
        List<(string, string)> texts = [(MainLanguage, entry.Text("Display"))];
        foreach (var (language, part) in Translated())
        {
            texts.Add((language, part.Find(list, id)?.Text("Display") ?? ""));
        }

        return texts;
    }

    private List<(string Language, string Text)> Said(
        JsonElement element,
        string key,
        string translated
    )
    {
        List<(string, string)> texts = [(MainLanguage, element.Text(key))];
        texts.AddRange(Translated().Select(one => (one.Language, one.Part.Text(translated))));
        return texts;
    }

    /// <summary>By language, what is translated of this question; a question beside others has its translations in the outer one.</summary>
    private IEnumerable<(string Language, JsonElement Part)> Translated()
    {
        if (Outer is not null)
        {
            return Outer
                .Translated()
                .Select(one => (one.Language, Part: one.Part.Find("AdditionalQuestions", Place)))
                .Where(one => one.Part is not null)
                .Select(one => (one.Language, one.Part!.Value));
        }

        // An empty translation is written as a list.
        return Translations is { ValueKind: JsonValueKind.Object } byLanguage
            ? new JsonElement?(byLanguage).Entries()
            : [];
    }
}

internal sealed record QsfChoice(
    string Id,
    List<(string Language, string Text)> Text,
    JsonElement Entry
)
{
    /// <summary>Whether something may be written beside it.</summary>
    public bool HasField => Entry.Is("TextEntry");
}
