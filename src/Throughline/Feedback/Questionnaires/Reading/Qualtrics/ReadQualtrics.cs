using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>A survey file of Qualtrics (.qsf): blocks become pages in the order of the survey's flow.</summary>
internal sealed partial class ReadQualtrics(SourceLanguages languages, Losses losses)
{
    /// <summary>Counters, response sets, looks and defaults of the program.</summary>
    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "BL",
        "FL",
        "SQ",
        "QC",
        "RS",
        "STAT",
        "PROJ",
        "QG",
        "BR",
    };

    /// <summary>What the survey says beside its questions.</summary>
    private static readonly string[] Spoken =
    [
        "Header",
        "Footer",
        "EOSMessage",
        "SurveyTitle",
        "SurveyMetaDescription",
        "ValidationMessage",
        "CustomStyles",
        "EOSRedirectURL",
        "Password",
        "RefererURL",
    ];

    private readonly SourceTexts texts = new(losses, languages, Inserted());
    private string main = "en";

    public DraftForm From(byte[] bytes)
    {
        using var json = JsonText.Parse(bytes);
        var root = json.RootElement;
        if (
            root.Find("SurveyElements") is not { ValueKind: JsonValueKind.Array } list
            || root.Find("SurveyEntry") is not { ValueKind: JsonValueKind.Object } entry
        )
        {
            throw new ReadingRefusedException(
                ReadingSentences.NotThis("Qualtrics", "SurveyElements")
            );
        }

        main = entry.Name("SurveyLanguage") is { Length: > 0 } tag ? tag : "EN";
        languages.Add(main);
        var form = new DraftForm(losses);
        Frame(form, entry);
        var elements = list.EnumerateArray().ToLookup(one => one.Name("Element"));
        Blocks(form, elements);
        Rest(elements);
        return form;
    }

    private void Frame(DraftForm form, JsonElement entry)
    {
        form.Title = texts.Html("SurveyName", [(main, entry.Text("SurveyName"))]);
        losses.Title = form.Title.In(languages.Tags[0]);
        form.Introduction = texts.Html(losses.Title, [(main, entry.Text("SurveyDescription"))]);
    }

    private void Blocks(DraftForm form, ILookup<string, JsonElement> elements)
    {
        var payload = elements["BL"].Select(one => one.Find("Payload")).FirstOrDefault();
        var blocks = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, block) in payload.Entries())
        {
            blocks.TryAdd(block.Name("ID") is { Length: > 0 } id ? id : key, block);
        }

        var questions = Questions(elements["SQ"]);
        var writing = new QsfBlocks(form, texts, questions, main, losses);
        var flow = new QsfFlow(losses).Of(
            elements["FL"].Select(one => one.Find("Payload")).FirstOrDefault()
        );
        var inOrder =
            flow
            ??
            [
                .. blocks
                    .Where(block => block.Value.Name("Type") != "Trash")
                    .Select(block => (block.Key, (DraftCondition?)null)),
            ];
        foreach (var (id, showIf) in inOrder)
        {
            writing.Add(id, blocks.TryGetValue(id, out var block) ? block : null, showIf);
        }

        foreach (var (id, block) in blocks)
        {
            writing.LeaveOutUnlessAsked(id, block);
        }

        writing.LeaveOutTheRest();
    }

    private Dictionary<string, QsfQuestion> Questions(IEnumerable<JsonElement> elements)
    {
        var questions = new Dictionary<string, QsfQuestion>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            SourceLimits.Count(questions.Count + 1, SourceLimits.MostQuestions, "SQ");
            if (element.Find("Payload") is not { ValueKind: JsonValueKind.Object } payload)
            {
                losses.Add(
                    element.Name("PrimaryAttribute"),
                    ReadingSentences.Unplaced(element.Text("SecondaryAttribute"))
                );
                continue;
            }

            var question = new QsfQuestion(payload, payload.Find("Language"), main);
            if (!questions.TryAdd(question.Id, question))
            {
                losses.Add(
                    question.Code,
                    ReadingSentences.AskedAgain(PlainText.Of(payload.Text("QuestionText")).Value)
                );
            }
        }

        return questions;
    }

    /// <summary>What else is in the file.</summary>
    private void Rest(ILookup<string, JsonElement> elements)
    {
        foreach (var kind in elements.Where(kind => !Passed.Contains(kind.Key)))
        {
            var payloads = kind.Select(one => one.Find("Payload")).ToList();
            if (kind.Key == "SO")
            {
                payloads.ForEach(options => Options(options));
            }
            else if (
                kind.Key != "SCO"
                || payloads.Exists(one => one?.Find("ScoringCategories").HasContent() == true)
            )
            {
                losses.Add(ReadingSentences.PartLeftOut(kind.Key, kind.Count()));
            }
        }
    }

    private void Options(JsonElement? options)
    {
        foreach (var name in Spoken)
        {
            var said = PlainText.Of(options?.Text(name) ?? "").Value;
            if (said.Length > 0)
            {
                losses.Add(ReadingSentences.TextLost(name, said));
            }
        }
    }

    [GeneratedRegex(@"\$\{[^{}\n]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Inserted();
}
