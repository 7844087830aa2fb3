using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Feedback;

/// <summary>The commands as a script calls them.</summary>
public sealed class QuestionnaireCommandTests : IDisposable
{
    private const string Survey =
        """{"title":"School","pages":[{"name":"p","elements":[{"type":"radiogroup","name":"who","title":"Who?","choices":["a","b"]},{"type":"file","name":"photo"}]}]}""";

    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("questions-")
        .FullName;

    [Fact]
    public async Task A_survey_of_another_program_goes_to_a_translator_and_comes_back()
    {
        var (source, ours, table, back) = (
            At("survey.json"),
            At("ours.json"),
            At("table.csv"),
            At("back.json")
        );
        await File.WriteAllTextAsync(source, Survey);

        var imported = await Run("import", "questionnaire", source, "--out", ours);
        Assert.Equal("surveyjs", imported.GetProperty("format").GetString());
        Assert.Equal(1, imported.GetProperty("sections").GetInt32());
        Assert.Equal(1, imported.GetProperty("questions").GetInt32());
        Assert.Equal(
            "en",
            Assert.Single(imported.GetProperty("languages").EnumerateArray()).GetString()
        );
        var loss = Assert.Single(imported.GetProperty("losses").EnumerateArray());
        Assert.Equal("photo", loss.GetProperty("where").GetString());
        Assert.StartsWith(
            "There is no kind of question",
            loss.GetProperty("reason").GetString(),
            StringComparison.Ordinal
        );

        await Run("export", "questionnaire", ours, "--out", table);
        await Run("import", "questionnaire", table, "--out", back);
        Assert.Equal(await File.ReadAllTextAsync(ours), await File.ReadAllTextAsync(back));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_written()
    {
        var (source, ours) = (At("survey.lss"), At("ours.json"));
        await File.WriteAllTextAsync(
            source,
            "<!DOCTYPE a [<!ENTITY b \"c\">]><document>&b;</document>"
        );

        var refused = await ChildProgram.Command([
            "import",
            "questionnaire",
            source,
            "--out",
            ours,
        ]);
        Assert.Equal(1, refused.Exit);
        Assert.StartsWith(
            "survey.lss: The file cannot be read as XML",
            refused.Errors,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(ours));

        var missing = await ChildProgram.Command([
            "import",
            "questionnaire",
            At("nothing"),
            "--out",
            ours,
        ]);
        Assert.Equal(1, missing.Exit);
        Assert.Equal(2, (await ChildProgram.Command(["import", "questionnaire", source])).Exit);
        Assert.Equal(
            2,
            (
                await ChildProgram.Command([
                    "import",
                    "questionnaire",
                    source,
                    "--out",
                    ours,
                    "--format",
                    "paper",
                ])
            ).Exit
        );
    }

    [Fact]
    public async Task Content_check_minds_the_questionnaires()
    {
        var content = System.IO.Directory.CreateDirectory(At("content"));
        System.IO.Directory.CreateDirectory(Path.Combine(content.FullName, "questionnaires"));
        System.IO.Directory.CreateDirectory(Path.Combine(content.FullName, "schemas"));
        File.Copy(
            Path.Combine(Repository.Content, "schemas", "questionnaire.json"),
            Path.Combine(content.FullName, "schemas", "questionnaire.json")
        );
        await File.WriteAllTextAsync(
            Path.Combine(content.FullName, "questionnaires", "bad.json"),
            "{\n\"title\": 3\n}"
        );

        var answer = await ChildProgram.Command(["content", "check", content.FullName]);

        Assert.Equal(1, answer.Exit);
        Assert.Contains("questionnaires/bad.json:2:", answer.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    private static async Task<JsonElement> Run(params string[] arguments)
    {
        var answer = await ChildProgram.Command([.. arguments, "--json"]);
        Assert.True(answer.Exit == 0, answer.Errors);
        return JsonDocument.Parse(answer.Text).RootElement;
    }
}
