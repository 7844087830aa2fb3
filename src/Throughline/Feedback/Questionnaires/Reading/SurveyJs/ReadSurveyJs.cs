using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>A survey of SurveyJS in JSON: its pages are ours.</summary>
internal sealed partial class ReadSurveyJs(
    SourceLanguages languages,
    PresetOptions presets,
    Losses losses
)
{
    public DraftForm From(byte[] bytes)
    {
        using var json = JsonText.Parse(bytes);
        var root = json.RootElement;
        if (
            root.Find("pages") is null
            && root.Find("elements") is null
            && root.Find("questions") is null
        )
        {
            throw new ReadingRefusedException(ReadingSentences.NotThis("SurveyJS", "pages"));
        }

        var main = root.Name("locale") is { Length: > 0 } locale ? locale : "en";
        languages.Add(main);
        Languages(root, main);
        var texts = new SjsTexts(new SourceTexts(losses, languages, Inserted()), main);
        var told = new SjsLosses(texts, losses);
        var form = new DraftForm(losses) { Title = texts.Of("title", root.Find("title")) };
        losses.Title = form.Title.In(languages.Tags[0]);
        form.Introduction = texts.Of(losses.Title, root.Find("description"));
        form.Thanks = texts.Html(losses.Title, root.Find("completedHtml"));
        told.Settings(losses.Title, root);
        var pages = Pages(root);
        var conditions = new SjsConditionNames(pages).Reader();
        var questions = new SjsQuestions(
            form,
            texts,
            new SjsOptions(texts, presets, losses),
            told,
            conditions,
            losses
        );
        foreach (var page in pages)
        {
            var name = page.Name("name");
            var isRoot = root.Find("pages") is null;
            var title = isRoot ? Words.None : texts.Of(name, page.Find("title"));
            var section = form.Open(
                new DraftSection(name, name, title)
                {
                    Text = isRoot ? Words.None : texts.Of(name, page.Find("description")),
                    ShowIf = isRoot ? null : conditions.Read(page.Text("visibleIf")),
                }
            );
            if (!isRoot)
            {
                told.Settings(name, page);
            }

            foreach (var element in SjsConditionNames.Elements(page))
            {
                questions.Add(section, element, null);
            }
        }

        return form;
    }

    /// <summary>Pages, or the survey itself where it has none.</summary>
    private static List<JsonElement> Pages(JsonElement root) =>
        root.Find("pages") is { } pages ? [.. new JsonElement?(pages).Items()] : [root];

    /// <summary>Which languages there are shows only in the texts.</summary>
    private void Languages(JsonElement element, string main)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Languages(item, main);
            }

            return;
        }

        foreach (var (_, value) in new JsonElement?(element).Entries())
        {
            if (value.ValueKind == JsonValueKind.Object && SjsTexts.IsText(value))
            {
                foreach (var (tag, _) in new JsonElement?(value).Entries())
                {
                    languages.Take(tag == "default" ? main : tag);
                }
            }
            else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                Languages(value, main);
            }
        }
    }

    [GeneratedRegex(@"\{[A-Za-z][^{}\n]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Inserted();
}

/// <summary>What expressions call the questions: by their name, or by the name of their value.</summary>
internal sealed class SjsConditionNames
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> severals = new(StringComparer.Ordinal);

    public SjsConditionNames(IEnumerable<JsonElement> pages)
    {
        foreach (var page in pages)
        {
            Collect(page);
        }
    }

    public SjsCondition Reader() => new(ids, severals);

    public static IEnumerable<JsonElement> Elements(JsonElement holder) =>
        (holder.Find("elements") ?? holder.Find("questions"))
            .Items()
            .Where(element => element.ValueKind == JsonValueKind.Object);

    private void Collect(JsonElement holder)
    {
        foreach (var element in Elements(holder))
        {
            var name = element.Name("name");
            ids.TryAdd(name, name);
            if (element.Name("valueName") is { Length: > 0 } value)
            {
                ids.TryAdd(value, name);
            }

            if (element.Name("type") is "checkbox" or "tagbox")
            {
                severals.Add(name);
            }

            Collect(element);
        }
    }
}
