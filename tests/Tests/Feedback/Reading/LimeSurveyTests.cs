using Throughline.Feedback.Questionnaires;

namespace Throughline.Tests.Feedback.Reading;

public sealed class LimeSurveyTests
{
    private static string Row(params (string Name, string Value)[] fields) =>
        $"<row>{string.Concat(fields.Select(one => $"<{one.Name}><![CDATA[{one.Value}]]></{one.Name}>"))}</row>";

    private static string Table(string name, params string[] rows) =>
        $"<{name}><rows>{string.Concat(rows)}</rows></{name}>";

    /// <summary>The old form: a row of texts and structure together for each language.</summary>
    private static string Survey(params string[] tables) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language><language>es</language></languages>"
        + Table("surveys", Row(("sid", "7"), ("language", "en")))
        + Table(
            "surveys_languagesettings",
            Row(("surveyls_language", "en"), ("surveyls_title", "Our &amp; your school")),
            Row(("surveyls_language", "es"), ("surveyls_title", "Nuestra escuela"))
        )
        + Table(
            "groups",
            Row(("gid", "1"), ("group_name", "First"), ("language", "en"), ("group_order", "0"))
        )
        + string.Concat(tables)
        + "</document>";

    private static string Question(
        string id,
        string type,
        string text = "Text",
        string relevance = "1",
        string mandatory = "N",
        string other = "N"
    ) =>
        Row(
            ("qid", id),
            ("sid", "7"),
            ("gid", "1"),
            ("type", type),
            ("title", "q" + id),
            ("question", text),
            ("language", "en"),
            ("relevance", relevance),
            ("mandatory", mandatory),
            ("other", other),
            ("question_order", id)
        );

    private static string Part(string id, string owner, string code, string scale = "0") =>
        Row(
            ("qid", id),
            ("parent_qid", owner),
            ("title", code),
            ("question", "Part " + code),
            ("language", "en"),
            ("scale_id", scale),
            ("question_order", id)
        );

    private static string Answer(string owner, string code, string scale = "0") =>
        Row(
            ("qid", owner),
            ("code", code),
            ("answer", "Answer " + code),
            ("language", "en"),
            ("scale_id", scale),
            ("sortorder", code[1..])
        );

    private static string Setting(string owner, string name, string value) =>
        Row(("qid", owner), ("attribute", name), ("value", value));

    [Theory]
    [InlineData("L", QuestionKind.Choice, "A1 A2", "")]
    [InlineData("!", QuestionKind.Choice, "A1 A2", "")]
    [InlineData("5", QuestionKind.Scale, "1 2 3 4 5", "")]
    [InlineData("Y", QuestionKind.Choice, "Y N", "")]
    [InlineData("G", QuestionKind.Choice, "F M", "")]
    [InlineData("M", QuestionKind.Several, "P1 P2", "")]
    [InlineData("R", QuestionKind.Ranking, "A1 A2", "")]
    [InlineData("F", QuestionKind.Matrix, "A1 A2", "P1 P2")]
    [InlineData("H", QuestionKind.Matrix, "A1 A2", "P1 P2")]
    [InlineData("A", QuestionKind.Matrix, "1 2 3 4 5", "P1 P2")]
    [InlineData("B", QuestionKind.Matrix, "1 2 3 4 5 6 7 8 9 10", "P1 P2")]
    [InlineData("C", QuestionKind.Matrix, "Y U N", "P1 P2")]
    [InlineData("E", QuestionKind.Matrix, "I S D", "P1 P2")]
    [InlineData("S", QuestionKind.ShortText, "", "")]
    [InlineData("T", QuestionKind.LongText, "", "")]
    [InlineData("U", QuestionKind.LongText, "", "")]
    [InlineData("N", QuestionKind.Number, "", "")]
    [InlineData("D", QuestionKind.Date, "", "")]
    public void Each_type_has_its_kind_with_its_options_and_rows(
        string type,
        QuestionKind kind,
        string options,
        string rows
    )
    {
        var form = Reader
            .Read(
                Survey(
                    Table("questions", Question("3", type, mandatory: "Y")),
                    Table("subquestions", Part("31", "3", "P1"), Part("32", "3", "P2")),
                    Table("answers", Answer("3", "A2"), Answer("3", "A1"))
                )
            )
            .Questionnaire;

        var question = Assert.Single(form.Questions);
        Assert.Equal((kind, "q3", true), (question.Kind, question.Code, question.Required));
        Assert.Equal(options, string.Join(' ', question.Options.Select(one => one.Code)));
        Assert.Equal(rows, string.Join(' ', question.Rows.Select(one => one.Code)));
        Assert.Equal("Our & your school", form.Title.In("en"));
        Assert.Equal("Nuestra escuela", form.Title.In("es"));
    }

    [Fact]
    public void Presets_have_words_in_both_languages()
    {
        var question = Assert.Single(
            Reader.Read(Survey(Table("questions", Question("3", "Y")))).Questionnaire.Questions
        );

        Assert.Equal(["Yes", "No"], question.Options.Select(one => one.Text.In("en")));
        Assert.Equal(["Sí", "No"], question.Options.Select(one => one.Text.In("es")));
    }

    [Fact]
    public void Fields_under_one_question_become_questions()
    {
        var reading = Reader.Read(
            Survey(
                Table(
                    "questions",
                    Question("1", "Q"),
                    Question("2", ";"),
                    Question("3", "1"),
                    Question("4", ":")
                ),
                Table(
                    "subquestions",
                    Part("11", "1", "A"),
                    Part("12", "1", "B"),
                    Part("21", "2", "Y1"),
                    Part("22", "2", "X1", "1"),
                    Part("23", "2", "X2", "1"),
                    Part("31", "3", "R"),
                    Part("41", "4", "Y1"),
                    Part("42", "4", "X1", "1"),
                    Part("43", "4", "X2", "1")
                ),
                Table(
                    "answers",
                    Answer("3", "A1"),
                    Answer("3", "A2"),
                    Answer("3", "B1", "1"),
                    Answer("3", "B2", "1")
                ),
                Table("question_attributes", Setting("4", "multiflexible_checkbox", "1"))
            )
        );

        Assert.Equal(
            ["q1-A", "q1-B", "q2-Y1-X1", "q2-Y1-X2", "q3-A", "q3-B", "q4-Y1"],
            reading.Questionnaire.Questions.Select(one => one.Code)
        );
        Assert.Equal(
            "Text\nPart Y1 · Part X2",
            reading.Questionnaire.Questions.ElementAt(3).Text.In("en")
        );
        Assert.Equal(
            ["B1", "B2"],
            reading.Questionnaire.Questions.ElementAt(5).Options.Select(one => one.Code)
        );
        Assert.Equal(QuestionKind.Several, reading.Questionnaire.Questions.Last().Kind);
        Assert.Contains("It became 2 questions, one for each of its parts.", reading.Lost("q1"));
    }

    [Theory]
    [InlineData("q1 == \"A1\"", "q1: A1")]
    [InlineData("((q1.NAOK == 'A1') or (q1.NAOK == \"A2\"))", "q1: A1 A2")]
    [InlineData("7X1X1.NAOK eq \"A2\"", "q1: A2")]
    [InlineData("q2_P1 == \"Y\" || q2_P2.NAOK == \"Y\"", "q2: P1 P2")]
    [InlineData("7X1X2P1.NAOK == \"Y\"", "q2: P1")]
    [InlineData("q1 != \"A1\"", null)]
    [InlineData("q1 == \"A1\" and q2_P1 == \"Y\"", null)]
    [InlineData("q1 == \"A1\" or q2_P1 == \"Y\"", null)]
    [InlineData("q1 == \"A9\"", null)]
    [InlineData("q9 == \"A1\"", null)]
    [InlineData("!is_empty(q1)", null)]
    public void A_plain_relevance_is_a_condition_and_every_other_one_is_told(
        string relevance,
        string? condition
    )
    {
        var reading = Reader.Read(
            Survey(
                Table(
                    "questions",
                    Question("1", "L"),
                    Question("2", "M"),
                    Question("3", "T", relevance: relevance)
                ),
                Table("subquestions", Part("21", "2", "P1"), Part("22", "2", "P2")),
                Table("answers", Answer("1", "A1"), Answer("1", "A2"))
            )
        );

        var shown = reading.Questionnaire.Questions.Last().ShowIf;
        Assert.Equal(
            condition,
            shown is null ? null : $"{shown.Question}: {string.Join(' ', shown.Is)}"
        );
        Assert.Equal(
            condition is null,
            reading.Lost("q3").Any(one => one.EndsWith(relevance, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Markup_becomes_words_with_the_addresses_of_links_and_pictures_are_told()
    {
        var reading = Reader.Read(
            Survey(
                Table(
                    "questions",
                    Question(
                        "1",
                        "S",
                        "<p>A &lt; B &eacute;</p><div>see <a href=\"https://example.org/x?a=1&amp;b=2\">here</a></div><img src='p.png' alt='A map'/><script>alert(1)</script> 1 < 2 {name}"
                    )
                )
            )
        );

        Assert.Equal(
            "A < B é\n\nsee here (https://example.org/x?a=1&b=2)\nA map 1 < 2 {name}",
            reading.Questionnaire.Questions.Single().Text.In("en")
        );
        Assert.Contains(reading.Lost("q1"), one => one.EndsWith("p.png", StringComparison.Ordinal));
        Assert.Contains(
            reading.Lost("q1"),
            one => one.Contains("{name}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Limits_are_kept_and_settings_that_ours_lacks_are_told()
    {
        var reading = Reader.Read(
            Survey(
                Table("questions", Question("1", "N"), Question("2", "M", other: "Y")),
                Table("subquestions", Part("21", "2", "P1"), Part("22", "2", "P_2")),
                Table(
                    "question_attributes",
                    Setting("1", "min_num_value_n", "1.5"),
                    Setting("1", "max_num_value_n", "age"),
                    Setting("2", "max_answers", "2"),
                    Setting("2", "random_order", "1"),
                    Setting("2", "other_replace_text", "Elsewhere"),
                    Setting("2", "display_columns", "3")
                )
            )
        );

        var (number, several) = (
            reading.Questionnaire.Questions.First(),
            reading.Questionnaire.Questions.Last()
        );
        Assert.Equal((1.5, null), (number.Least, number.Most));
        Assert.Equal((2, true), (several.Most, several.Other));
        Assert.Equal(["A setting was left out: max_num_value_n = age"], reading.Lost("q1"));
        Assert.Equal(
            [
                "A setting was left out: random_order = 1",
                "The field for something else was called “Elsewhere”; here it has our words.",
                "The code “P_2” of an option or a row became “P-2”.",
            ],
            reading.Lost("q2")
        );
    }
}
