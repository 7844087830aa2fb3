using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Throughline.Kernel.Languages;
using Throughline.Process.Content;
using JsonException = System.Text.Json.JsonException;

namespace Throughline.Feedback.Questionnaires;

/// <summary>Whether the questionnaires that come with the product could be opened as they are: <c>questionnaires/*.json</c>.</summary>
public static class QuestionnaireFiles
{
    /// <param name="folder">A content folder; without questionnaires there is nothing to say.</param>
    public static ContentReport Check(string folder, LanguageFiles files)
    {
        var questionnaires = Path.Combine(folder, "questionnaires");
        if (!System.IO.Directory.Exists(questionnaires))
        {
            return new ContentReport(0, []);
        }

        var found = System
            .IO.Directory.EnumerateFiles(questionnaires, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();
        return new ContentReport(
            found.Count,
            [.. found.SelectMany(path => Check(folder, path, files.In(LanguageFiles.Default)))]
        );
    }

    private static List<ContentProblem> Check(string folder, string path, Texts texts)
    {
        var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
        ContentProblem Problem(int line, string message) =>
            ContentCheck.Problem(file, line, message);

        if (!path.EndsWith(".json", StringComparison.Ordinal))
        {
            return
            [
                Problem(
                    1,
                    "The file is not read, because its name was expected to end in `.json`."
                ),
            ];
        }

        if (new FileInfo(path).Length > QuestionnaireJson.MostBytes)
        {
            return [Problem(1, $"The file has more than {QuestionnaireJson.MostBytes} bytes.")];
        }

        var bytes = System.IO.File.ReadAllBytes(path);
        JToken content;
        try
        {
            content = Load(bytes);
        }
        catch (JsonException fault)
        {
            return [Problem((int)(fault.LineNumber ?? 0) + 1, "This is not readable JSON.")];
        }

        if (SchemaRule.Load(folder, "questionnaire") is not { } schema)
        {
            return [Problem(1, "There is no `schemas/questionnaire.json` to check it against.")];
        }

        var faults = SchemaRule
            .Faults(schema, content)
            .Select(fault =>
                Problem(
                    Math.Max(1, fault.LineNumber),
                    SchemaSentences.Sentence(fault, (fault.Token as JValue)?.ToString())
                )
            )
            .ToList();
        if (faults.Count > 0)
        {
            return faults;
        }

        try
        {
            return QuestionnaireCheck
                .Of(QuestionnaireJson.Read(bytes))
                .Select(problem => Problem(LineOf(content, problem.Where), texts[problem.Sentence]))
                .ToList();
        }
        catch (JsonException fault)
        {
            return
            [
                Problem(
                    (int)(fault.LineNumber ?? 0) + 1,
                    "This is not the form of a questionnaire."
                ),
            ];
        }
    }

    /// <summary>The strict reader says what is no JSON; the other one knows the lines.</summary>
    /// <exception cref="JsonException">It is not readable.</exception>
    private static JToken Load(byte[] bytes)
    {
        JsonDocument
            .Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false })
            .Dispose();
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(bytes)))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JToken.Load(
            reader,
            new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load }
        );
    }

    /// <summary>Where the section or question with this code stands.</summary>
    private static int LineOf(JToken content, string? code) =>
        code is not null
        && content.SelectTokens("$..code").FirstOrDefault(token => token.Value<string>() == code)
            is IJsonLineInfo place
            ? place.LineNumber
            : 1;
}
