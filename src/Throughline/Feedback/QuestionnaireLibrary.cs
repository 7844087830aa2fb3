using Throughline.Feedback.Questionnaires;
using Throughline.Process.Content;

namespace Throughline.Feedback;

/// <summary>The questionnaires that come with the product, to copy from: <c>content/questionnaires/&lt;code&gt;.json</c>.</summary>
public sealed class QuestionnaireLibrary(ContentFolder content) : Data.IQueries
{
    private string Folder => Path.Combine(content.Root, "questionnaires");

    public IReadOnlyList<string> Codes =>
        [
            .. System
                .IO.Directory.EnumerateFiles(Folder, "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    /// <param name="code">One of <see cref="Codes"/>.</param>
    public Questionnaire Read(string code) =>
        QuestionnaireJson.Read(System.IO.File.ReadAllBytes(Path.Combine(Folder, code + ".json")));
}
