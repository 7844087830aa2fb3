using System.Text.Json;
using System.Xml.Linq;
using System.Xml.XPath;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Testing;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Real files of the three programs, each counted a second way.</summary>
public sealed class SharedFilesTests
{
    private static readonly string[] LeavesOut =
    [
        "no-room",
        "kind-unknown",
        "hidden",
        "unplaced",
        "too-few-options",
        "no-rows",
    ];

    [Fact]
    public void Every_LimeSurvey_file_is_read_and_nothing_of_it_is_dropped_in_silence()
    {
        var files = System
            .IO.Directory.EnumerateFiles(
                SharedData.Require("survey-limesurvey"),
                "*.lss",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(9, files.Count);
        foreach (var file in files)
        {
            var source = XDocument.Load(file);
            var reading = Reader.ReadFile(file);
            var form = reading.Questionnaire;
            Tell(file, reading);

            Assert.Empty(QuestionnaireCheck.Of(form));
            Assert.Equal(
                source
                    .XPathSelectElements("/document/groups/rows/row/gid")
                    .Select(gid => gid.Value)
                    .Distinct()
                    .Count(),
                form.Sections.Count
            );
            Assert.Equal(
                source.XPathSelectElements("/document/languages/language").Count(),
                form.Languages.Count
            );
            var codes = source
                .XPathSelectElements("/document/questions/rows/row/title")
                .Select(title => title.Value)
                .Distinct();
            Assert.All(codes, code => AssertTold(reading, code));
        }
    }

    [Fact]
    public void Every_Qualtrics_file_is_read_and_nothing_of_it_is_dropped_in_silence()
    {
        var files = System
            .IO.Directory.EnumerateFiles(
                SharedData.Require("survey-qualtrics"),
                "*.qsf",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(20, files.Count);
        var refused = new List<string>();
        foreach (var file in files)
        {
            if (
                Reader.Try(File.ReadAllBytes(file))
                is not Kernel.Outcome<QuestionnaireReading>.Done { Value: var reading }
            )
            {
                refused.Add(Path.GetFileName(file));
                continue;
            }

            Tell(file, reading);
            Assert.Empty(QuestionnaireCheck.Of(reading.Questionnaire));
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var elements = json.RootElement.GetProperty("SurveyElements").EnumerateArray().ToList();
            var flow = elements
                .Where(one => one.GetProperty("Element").GetString() == "FL")
                .SelectMany(one => BlocksOf(one.GetProperty("Payload")))
                .Distinct();
            Assert.Equal(flow.Count(), reading.Questionnaire.Sections.Count);
            var tags = elements
                .Where(one => one.GetProperty("Element").GetString() == "SQ")
                .Select(one => one.GetProperty("Payload").GetProperty("DataExportTag").GetString()!)
                .Distinct();
            Assert.All(tags, tag => AssertTold(reading, tag));
        }

        // One holds no question, the other a single element of a survey.
        Assert.Equal(["frame-template.qsf", "sq-template.qsf"], refused);
    }

    [Fact]
    public void The_schema_of_SurveyJS_is_no_survey() =>
        Assert.StartsWith(
            "This looks like no questionnaire",
            Reader.Refusal(
                File.ReadAllBytes(SharedData.Require("survey-surveyjs", "surveyjs_definition.json"))
            ),
            StringComparison.Ordinal
        );

    /// <summary>A question is in the result under its code or its parts' codes, or it is told that it was left out.</summary>
    private static void AssertTold(QuestionnaireReading reading, string code)
    {
        var legal = string.Concat(
            code.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')
        );
        Assert.True(
            reading.Questionnaire.Questions.Any(question =>
                question.Code == legal
                || question.Code.StartsWith(legal + "-", StringComparison.Ordinal)
            )
                || reading.Losses.Any(loss =>
                    (
                        loss.Where == code
                        || loss.Where.StartsWith(code + "#", StringComparison.Ordinal)
                    ) && LeavesOut.Contains(loss.Sentence.Key.Split('.')[^1])
                ),
            $"{code} is neither there nor told."
        );
    }

    private static IEnumerable<string> BlocksOf(JsonElement step)
    {
        if (
            step.TryGetProperty("Type", out var type)
            && type.GetString() is "Block" or "Standard"
            && step.TryGetProperty("ID", out var id)
        )
        {
            yield return id.GetString()!;
        }

        if (step.TryGetProperty("Flow", out var inner))
        {
            foreach (var block in inner.EnumerateArray().SelectMany(BlocksOf))
            {
                yield return block;
            }
        }
    }

    private static void Tell(string file, QuestionnaireReading reading)
    {
        var kinds = reading
            .Losses.GroupBy(loss => loss.Sentence.Key.Split('.')[^1])
            .OrderByDescending(kind => kind.Count())
            .Select(kind => $"{kind.Key} {kind.Count()}");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Path.GetFileName(file)}: {reading.Questionnaire.Sections.Count} pages, {reading.Questionnaire.Questions.Count()} questions, {reading.Questionnaire.Languages.Count} languages, {reading.Losses.Count} losses: {string.Join(", ", kinds)}"
        );
    }
}
