using Throughline.Feedback.Questionnaires;

namespace Throughline.Bench.Feedback;

/// <summary>A form of twelve questions of mixed kinds on one page, as the peer was measured with.</summary>
static class TwelveQuestions
{
    public static Questionnaire Form { get; } =
        new()
        {
            Title = Say("Twelve questions"),
            Introduction = Say("Twelve questions of mixed kinds, on one page."),
            Languages = ["en", "es"],
            Sections =
            [
                new Section
                {
                    Code = "all",
                    Questions =
                    [
                        Ask("choice-1", QuestionKind.Choice, options: 4) with
                        {
                            Required = true,
                        },
                        Ask("choice-2", QuestionKind.Choice, options: 5),
                        Ask("scale-1", QuestionKind.Scale, options: 5) with
                        {
                            Required = true,
                        },
                        Ask("scale-2", QuestionKind.Scale, options: 5),
                        Ask("several-1", QuestionKind.Several, options: 6),
                        Ask("several-2", QuestionKind.Several, options: 5) with
                        {
                            Other = true,
                        },
                        Ask("matrix", QuestionKind.Matrix, options: 5) with
                        {
                            Rows = Options("row", 4),
                        },
                        Ask("ranking", QuestionKind.Ranking, options: 4),
                        Ask("number", QuestionKind.Number),
                        Ask("date", QuestionKind.Date),
                        Ask("line", QuestionKind.ShortText),
                        Ask("text", QuestionKind.LongText),
                    ],
                },
            ],
        };

    /// <summary>One whole answer, without the fields of the form itself.</summary>
    public const string Answer =
        "q-choice-1=o2&q-choice-2=o1&q-scale-1=o4&q-scale-2=o3&q-several-1=o1&q-several-1=o3&q-several-2=o5&q-several-2.other=A+room+with+a+door"
        + "&q-matrix.row1=o1&q-matrix.row2=o4&q-matrix.row3=o5&q-matrix.row4=o2&q-ranking.1=o3&q-ranking.2=o1&q-number=12&q-date=2026-03-09"
        + "&q-line=A+short+line+of+text&q-text=I+hope+that+my+child+can+make+something+of+their+own+one+day,+and+show+it+to+us.&go=next";

    private static Question Ask(string code, QuestionKind kind, int options = 0) =>
        new()
        {
            Code = code,
            Kind = kind,
            Text = Say($"What do you say to {code}?"),
            Options = Options("o", options),
        };

    private static List<Option> Options(string code, int count) =>
        [.. Enumerable.Range(1, count).Select(n => new Option(code + n, Say($"Option {n}")))];

    private static Words Say(string text) => Words.Of("en", text);
}
