using Throughline.Feedback.Questionnaires;

namespace Throughline.Tests.Feedback.Reading;

public sealed class SurveyJsTests
{
    private static string Survey(params string[] elements) =>
        $"{{\"title\":{{\"default\":\"School\",\"es\":\"Escuela\",\"zh-cn\":\"学校\"}},\"pages\":[{{\"name\":\"p1\",\"elements\":[{string.Join(',', elements)}]}}]}}";

    [Fact]
    public void Texts_in_several_languages_and_values_alone_are_read()
    {
        var reading = Reader.Read(
            Survey(
                """{"type":"radiogroup","name":"q_1","title":{"default":"Which?","es":"¿Cuál?"},"isRequired":true,"choices":["one",2,{"value":"x y","text":{"default":"Both","es":"Ambas"}}],"showOtherItem":true}"""
            )
        );

        var question = Assert.Single(reading.Questionnaire.Questions);
        Assert.Equal(["en", "es", "zh-Hans"], reading.Questionnaire.Languages);
        Assert.Equal(["one", "2", "x-y"], question.Options.Select(one => one.Code));
        Assert.Equal(
            ("q-1", "¿Cuál?", "Ambas"),
            (question.Code, question.Text.In("es"), question.Options[2].Text.In("es"))
        );
        Assert.True(question is { Required: true, Other: true });
        Assert.Equal(
            ["Its code “q_1” became “q-1”.", "The code “x y” of an option or a row became “x-y”."],
            reading.Lost("q_1")
        );
        Assert.Equal(["The language “zh-cn” is called “zh-Hans” here."], reading.Lost("School"));
    }

    [Theory]
    [InlineData("{c} = 'a'", "c: a")]
    [InlineData("{c} == \"a\" or {c} = 'b'", "c: a b")]
    [InlineData("{c} anyof ['a', 'b']", "c: a b")]
    [InlineData("{m} contains 'a'", "m: a")]
    [InlineData("{m} = 'a'", null)]
    [InlineData("{c} contains 'a'", null)]
    [InlineData("{b} = true", "b: true")]
    [InlineData("{c} = 'a' and {b} = true", null)]
    [InlineData("{c} notempty", null)]
    [InlineData("{c} <> 'a'", null)]
    public void A_plain_condition_is_one_and_every_other_one_is_told(
        string expression,
        string? condition
    )
    {
        var reading = Reader.Read(
            Survey(
                """{"type":"dropdown","name":"c","choices":["a","b"]}""",
                """{"type":"checkbox","name":"m","choices":["a","b"]}""",
                """{"type":"boolean","name":"b"}""",
                $"{{\"type\":\"comment\",\"name\":\"last\",\"visibleIf\":\"{expression.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}"
            )
        );

        var shown = reading.Questionnaire.Questions.Last().ShowIf;
        Assert.Equal(
            condition,
            shown is null ? null : $"{shown.Question}: {string.Join(' ', shown.Is)}"
        );
        Assert.Equal(condition is null ? 1 : 0, reading.Lost("last").Count);
    }

    [Fact]
    public void Panels_tables_and_what_has_no_counterpart()
    {
        var reading = Reader.Read(
            Survey(
                """{"type":"panel","name":"box","title":"About you","elements":[{"type":"text","inputType":"number","name":"age","min":5,"max":99},{"type":"text","inputType":"email","name":"mail"}]}""",
                """{"type":"matrix","name":"grid","rows":["r1","r2"],"columns":["c1","c2"],"eachRowRequired":true}""",
                """{"type":"rating","name":"stars","rateMax":3,"minRateDescription":"bad","maxRateDescription":"good"}""",
                """{"type":"signaturepad","name":"sign","title":"Sign here"}""",
                """{"type":"html","name":"note","html":"<h1>Thank you</h1> very much"}"""
            )
        );

        var questions = reading.Questionnaire.Questions.ToList();
        Assert.Equal(
            ["box", "age", "mail", "grid", "stars", "note"],
            questions.Select(one => one.Code)
        );
        Assert.Equal(
            (QuestionKind.Number, 5, 99),
            (questions[1].Kind, questions[1].Least, questions[1].Most)
        );
        Assert.True(
            questions[3]
                is { Kind: QuestionKind.Matrix, Required: true, Rows.Count: 2, Options.Count: 2 }
        );
        Assert.Equal(
            ["1: bad", "2", "3: good"],
            questions[4].Options.Select(one => one.Text.In("en"))
        );
        Assert.Equal("Thank you\nvery much", questions[5].Text.In("en"));
        Assert.Equal(["A setting was left out: inputType = email"], reading.Lost("mail"));
        Assert.Contains(
            reading.Lost("sign"),
            one => one.EndsWith("Left out: Sign here", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Long_lists_are_answered_in_writing_and_each_of_their_entries_is_told()
    {
        var choices = string.Join(',', Enumerable.Range(1, 249).Select(i => $"\"country {i}\""));

        var reading = Reader.Read(
            Survey($"{{\"type\":\"dropdown\",\"name\":\"country\",\"choices\":[{choices}]}}")
        );

        Assert.Equal(QuestionKind.ShortText, reading.Questionnaire.Questions.Single().Kind);
        Assert.Equal(250, reading.Lost("country").Count);
    }

    [Fact]
    public void Codes_that_fall_together_stay_apart()
    {
        var form = Reader
            .Read(
                Survey(
                    """{"type":"text","name":"a_b"}""",
                    """{"type":"text","name":"a b"}""",
                    """{"type":"text","name":"привет"}""",
                    """{"type":"text","name":"p1"}"""
                )
            )
            .Questionnaire;

        Assert.Equal(["a-b", "a-b-2", "question", "p1"], form.Questions.Select(one => one.Code));
        Assert.Equal("p1-2", form.Sections.Single().Code);
    }
}
