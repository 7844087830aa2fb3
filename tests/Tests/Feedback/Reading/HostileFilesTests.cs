using System.Text;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Tests.Directory;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Files that are broken, or made to break what reads them: one sentence each, that names the place.</summary>
public sealed class HostileFilesTests
{
    private const string Frame =
        "{\"SurveyEntry\":{\"SurveyName\":\"S\",\"SurveyLanguage\":\"EN\"},\"SurveyElements\":[";

    [Theory]
    [InlineData("", "looks like no questionnaire")]
    [InlineData("   \n ", "looks like no questionnaire")]
    [InlineData("hello", "looks like no questionnaire")]
    [InlineData("[1,2]", "looks like no questionnaire")]
    [InlineData("{\"a\":1}", "looks like no questionnaire")]
    [InlineData("{\"sections\":\n[", "JSON from line 2")]
    [InlineData("<document><rows></document>", "XML from line 1")]
    [InlineData("<survey/>", "no survey of LimeSurvey")]
    [InlineData(
        "<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>",
        "<LimeSurveyDocType>"
    )]
    [InlineData("<?xml version=\"1.0\" encoding=\"klingon\"?><document/>", "XML from line 1")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-7\"?><document/>", "XML from line 1")]
    [InlineData(
        "{\"pages\":[{\"elements\":[{\"type\":\"text\",\"name\":\"a\\u0000b\"}]}]}",
        "no text can hold"
    )]
    [InlineData(
        "{\"pages\":[{\"elements\":[{\"type\":\"text\",\"name\":\"a\\ud800\"}]}]}",
        "no text can hold"
    )]
    [InlineData("{\"pages\":[],\"pages\":[]}", "JSON from line 1")]
    [InlineData("{\"sections\":[],\"title\":null,\"languages\":[\"en\"]}", "At $")]
    [InlineData("{\"sections\":[null],\"title\":{},\"languages\":[\"en\"]}", "At $")]
    [InlineData("{\"sections\":[],\"title\":{\"en\":null},\"languages\":[\"en\"]}", "At $.title")]
    [InlineData("{\"sections\":[],\"title\":{},\"languages\":[\"en\"],\"surprise\":1}", "surprise")]
    [InlineData(
        "{\"sections\":[],\"title\":{},\"languages\":[\"en\"]}",
        "Write at least one question"
    )]
    [InlineData("{\"SurveyElements\":3}", "no survey of Qualtrics")]
    public void A_broken_file_is_refused_with_its_place(string file, string sentence) =>
        Assert.Contains(sentence, Reader.Refusal(file), StringComparison.Ordinal);

    [Fact]
    public void Entities_that_grow_are_not_read_at_all()
    {
        var bomb = new StringBuilder(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"lol\">"
        );
        for (var i = 1; i < 10; i++)
        {
            bomb.Append(
                $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">"
            );
        }

        bomb.Append("]><document><languages><language>&j;</language></languages></document>");

        Assert.Contains(
            "cannot be read as XML",
            Reader.Refusal(bomb.ToString()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_the_computer_is_never_fetched()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "secret");
        var text =
            $"<!DOCTYPE document [<!ENTITY x SYSTEM \"file://{file}\">]><document><languages><language>&x;</language></languages></document>";

        Assert.Contains("XML from line 1", Reader.Refusal(text), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Ten_thousand_options_are_refused_with_their_question()
    {
        var choices = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"o{i}\""));
        var file =
            $"{{\"pages\":[{{\"elements\":[{{\"type\":\"dropdown\",\"name\":\"country\",\"choices\":[{choices}]}}]}}]}}";

        Assert.Equal(
            "“country” has too many entries: 10,000, and at most 2,000 are read.",
            Reader.Refusal(file)
        );
    }

    [Fact]
    public void A_name_of_64_kilobytes_is_refused()
    {
        var name = new string('n', 65_536);

        Assert.Contains(
            "at most 200 characters",
            Reader.Refusal(
                $"{{\"pages\":[{{\"elements\":[{{\"type\":\"text\",\"name\":\"{name}\"}}]}}]}}"
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at most 200 characters",
            Reader.Refusal($"<document><{name}></{name}></document>"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at most 200 characters",
            Reader.Refusal(
                Frame + $"{{\"Element\":\"SQ\",\"Payload\":{{\"QuestionID\":\"{name}\"}}}}]}}"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Bytes_in_another_encoding_are_refused()
    {
        var latin = Encoding.Latin1.GetBytes("part,code,en\r\ntitle,,caf\u00e9\r\n");
        Assert.Contains("UTF-8", Reader.Refusal(latin), StringComparison.Ordinal);

        var xml = Encoding.Latin1.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\u00e9</document>"
        );
        Assert.Contains("XML from line 2", Reader.Refusal(xml), StringComparison.Ordinal);

        var json = Encoding.Latin1.GetBytes("{\"pages\":\"\u00e9\"}");
        Assert.Contains("UTF-8", Reader.Refusal(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_large_files_are_refused()
    {
        Assert.Contains(
            "JSON from line 1",
            Reader.Refusal(new string('[', 100_000), ReadQuestionnaire.SurveyJs),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger than 10 MB",
            Reader.Refusal(new byte[10_000_001], ReadQuestionnaire.SurveyJs),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Questions_that_wait_for_each_other_are_refused_by_name()
    {
        const string circle = """
            {"pages":[{"elements":[
            {"type":"boolean","name":"first","visibleIf":"{second} = true"},
            {"type":"boolean","name":"second","visibleIf":"{first} = true"},
            {"type":"boolean","name":"third"}]}]}
            """;

        Assert.Equal(
            "These questions wait for each other and would never be asked: first → second → first.",
            Reader.Refusal(circle)
        );
    }

    [Fact]
    public void A_skip_that_leads_back_is_refused()
    {
        const string questions = """
            {"Element":"BL","Payload":[{"ID":"B","Type":"Default","Description":"D","BlockElements":[
              {"Type":"Question","QuestionID":"QID1"},
              {"Type":"Question","QuestionID":"QID2","SkipLogic":[{"ChoiceLocator":"q://QID2/SelectableChoice/1","Condition":"Selected","SkipToDestination":"QID1"}]}]}]},
            {"Element":"SQ","Payload":{"QuestionID":"QID1","DataExportTag":"one","QuestionType":"TE","Selector":"SL","QuestionText":"One"}},
            {"Element":"SQ","Payload":{"QuestionID":"QID2","DataExportTag":"two","QuestionType":"MC","Selector":"SAVR","QuestionText":"Two","Choices":{"1":{"Display":"a"},"2":{"Display":"b"}}}}]}
            """;

        Assert.Contains("two → QID1", Reader.Refusal(Frame + questions), StringComparison.Ordinal);
    }

    /// <summary>A question with many rows and columns never grows into more than a questionnaire may hold.</summary>
    [Fact]
    public void What_multiplies_is_left_out_before_it_grows()
    {
        var rows = string.Join(',', Enumerable.Range(0, 1_900).Select(i => $"\"r{i}\""));
        var columns = string.Join(
            ',',
            Enumerable.Range(0, 1_900).Select(i => $"{{\"name\":\"c{i}\",\"cellType\":\"text\"}}")
        );
        var file =
            $"{{\"pages\":[{{\"elements\":[{{\"type\":\"text\",\"name\":\"a\"}},{{\"type\":\"matrixdropdown\",\"name\":\"m\",\"title\":\"{new string('x', 1_900)}\",\"rows\":[{rows}],\"columns\":[{columns}]}}]}}]}}";

        QuestionnaireReading? reading = null;
        var (megabytes, _) = PeakMemory.Of(() => reading = Reader.Read(file));

        Assert.Single(reading!.Questionnaire.Questions);
        Assert.True(megabytes < 100, $"{megabytes} MB");
    }

    [Fact]
    public void Half_tags_without_end_take_no_time()
    {
        var html = string.Concat(Enumerable.Repeat("<a <!-- ", 12_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        PlainTextOf(html);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static void PlainTextOf(string html) =>
        Reader.Read(
            $"{{\"pages\":[{{\"elements\":[{{\"type\":\"text\",\"name\":\"a\"}},{{\"type\":\"html\",\"name\":\"h\",\"html\":\"{html}\"}}]}}]}}"
        );
}
