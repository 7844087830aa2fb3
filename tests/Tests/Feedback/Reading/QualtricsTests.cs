using System.Text.Json;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Tests.Feedback.Reading;

public sealed class QualtricsTests
{
    private const string Colors =
        "\"QuestionType\":\"MC\",\"Selector\":\"SAVR\",\"Choices\":{\"1\":{\"Display\":\"Red\"},\"2\":{\"Display\":\"Blue\"},\"3\":{\"Display\":\"Green\"}},\"ChoiceOrder\":[2,1,3]";

    private static string Question(int number, string parts) =>
        $"{{\"Element\":\"SQ\",\"Payload\":{{\"QuestionID\":\"QID{number}\",\"DataExportTag\":\"t{number}\",\"QuestionText\":\"Text {number}\",{parts}}}}}";

    private static string Shown(params string[] expressions) =>
        $"\"DisplayLogic\":{{\"0\":{{{string.Join(',', expressions.Select((one, i) => $"\"{i}\":{one}"))},\"Type\":\"If\"}},\"Type\":\"BooleanExpression\"}}";

    private static string Selected(
        string operand,
        string relation = "Selected",
        string joined = ""
    ) =>
        $"{{\"LogicType\":\"Question\",\"Operator\":\"{relation}\",\"LeftOperand\":\"{operand}\",\"Conjuction\":\"{joined}\"}}";

    private static string Survey(string[] questions, string skip = "null") =>
        JsonSerializer.Serialize(
            new
            {
                SurveyEntry = new { SurveyName = "Name", SurveyLanguage = "EN" },
                SurveyElements = questions
                    .Select(one => JsonSerializer.Deserialize<JsonElement>(one))
                    .Append(
                        JsonSerializer.SerializeToElement(
                            new
                            {
                                Element = "BL",
                                Payload = new[]
                                {
                                    new
                                    {
                                        ID = "BL_1",
                                        Type = "Default",
                                        Description = "Page",
                                        BlockElements = questions.Select(
                                            (_, i) =>
                                                new
                                                {
                                                    Type = "Question",
                                                    QuestionID = $"QID{i + 1}",
                                                    SkipLogic = i == 0
                                                        ? JsonSerializer.Deserialize<JsonElement>(
                                                            skip
                                                        )
                                                        : (JsonElement?)null,
                                                }
                                        ),
                                    },
                                },
                            }
                        )
                    ),
            }
        );

    [Fact]
    public void Choices_stand_in_their_order_with_their_translations_and_the_last_field_is_something_else()
    {
        var reading = Reader.Read(
            Survey([
                Question(
                    1,
                    Colors
                        + ",\"Language\":{\"ES\":{\"QuestionText\":\"Texto\",\"Choices\":{\"1\":{\"Display\":\"Rojo\"}}}},\"Validation\":{\"Settings\":{\"ForceResponse\":\"ON\"}}"
                ),
                Question(
                    2,
                    Colors.Replace(
                        "\"Green\"",
                        "\"Else:\",\"TextEntry\":\"true\"",
                        StringComparison.Ordinal
                    )
                ),
            ])
        );

        var (first, second) = (
            reading.Questionnaire.Questions.First(),
            reading.Questionnaire.Questions.Last()
        );
        Assert.Equal(["en", "es"], reading.Questionnaire.Languages);
        Assert.Equal(["2", "1", "3"], first.Options.Select(one => one.Code));
        Assert.Equal(
            ("Texto", "Rojo", true),
            (first.Text.In("es"), first.Options[1].Text.In("es"), first.Required)
        );
        Assert.Equal((true, 2), (second.Other, second.Options.Count));
        Assert.Contains(reading.Lost("t2"), one => one.Contains("Else:", StringComparison.Ordinal));
    }

    [Fact]
    public void Display_logic_is_a_condition_where_it_is_plain()
    {
        var reading = Reader.Read(
            Survey([
                Question(1, Colors),
                Question(
                    2,
                    "\"QuestionType\":\"TE\",\"Selector\":\"SL\","
                        + Shown(
                            Selected("q://QID1/SelectableChoice/1"),
                            Selected("q://QID1/SelectableChoice/3", joined: "Or")
                        )
                ),
                Question(
                    3,
                    "\"QuestionType\":\"TE\",\"Selector\":\"ML\","
                        + Shown(
                            Selected("q://QID1/SelectableChoice/1"),
                            Selected("q://QID1/SelectableChoice/3", joined: "And")
                        )
                ),
                Question(
                    4,
                    "\"QuestionType\":\"TE\",\"Selector\":\"ML\","
                        + Shown(Selected("q://QID1/SelectableChoice/1", "NotSelected"))
                ),
            ])
        );

        var questions = reading.Questionnaire.Questions.ToList();
        Assert.Equal(["1", "3"], questions[1].ShowIf!.Is);
        Assert.Null(questions[2].ShowIf);
        Assert.Null(questions[3].ShowIf);
        Assert.Single(reading.Lost("t3"));
        Assert.Single(reading.Lost("t4"));
    }

    [Theory]
    [InlineData("ON", "2 3")]
    [InlineData("OFF", null)]
    public void A_skip_is_a_condition_on_what_it_passes_over_where_everybody_answers(
        string force,
        string? shown
    )
    {
        var reading = Reader.Read(
            Survey(
                [
                    Question(
                        1,
                        Colors.Replace("[2,1,3]", "[1,2,3]", StringComparison.Ordinal)
                            + $",\"Validation\":{{\"Settings\":{{\"ForceResponse\":\"{force}\"}}}}"
                    ),
                    Question(2, "\"QuestionType\":\"TE\",\"Selector\":\"SL\""),
                    Question(3, "\"QuestionType\":\"TE\",\"Selector\":\"SL\""),
                ],
                "[{\"ChoiceLocator\":\"q://QID1/SelectableChoice/1\",\"Condition\":\"Selected\",\"SkipToDestination\":\"QID3\"}]"
            )
        );

        var questions = reading.Questionnaire.Questions.ToList();
        Assert.Equal(shown, questions[1].ShowIf is { } found ? string.Join(' ', found.Is) : null);
        Assert.Null(questions[2].ShowIf);
        Assert.Equal(shown is null, reading.Lost("t1").Count == 1);
    }

    [Theory]
    [InlineData("Matrix", "Likert", "SingleAnswer", "Matrix:1 2/1 2")]
    [InlineData("Matrix", "Likert", "MultipleAnswer", "Several:1 2/ Several:1 2/")]
    [InlineData("Matrix", "TE", "Short", "ShortText:/ ShortText:/ ShortText:/ ShortText:/")]
    [InlineData("TE", "FORM", "", "ShortText:/ ShortText:/")]
    [InlineData("Slider", "HSLIDER", "", "Number:/ Number:/")]
    [InlineData("RO", "DND", "", "Ranking:1 2/")]
    [InlineData("MC", "MAVR", "TX", "Several:1 2/")]
    [InlineData("MC", "NPS", "", "Scale:0 1 2 3 4 5 6 7 8 9 10/")]
    [InlineData("TE", "ML", "", "LongText:/")]
    public void Each_kind_has_ours(string type, string selector, string sub, string kinds)
    {
        const string lists =
            "\"Choices\":{\"1\":{\"Display\":\"a\"},\"2\":{\"Display\":\"b\"}},\"Answers\":{\"1\":{\"Display\":\"c\"},\"2\":{\"Display\":\"d\"}}";
        var form = Reader
            .Read(
                Survey([
                    Question(
                        1,
                        $"\"QuestionType\":\"{type}\",\"Selector\":\"{selector}\",\"SubSelector\":\"{sub}\",{lists}"
                    ),
                ])
            )
            .Questionnaire;

        static string Codes(IEnumerable<Option> options) =>
            string.Join(' ', options.Select(one => one.Code));
        Assert.Equal(
            kinds,
            string.Join(
                ' ',
                form.Questions.Select(one => $"{one.Kind}:{Codes(one.Options)}/{Codes(one.Rows)}")
            )
        );
    }
}
