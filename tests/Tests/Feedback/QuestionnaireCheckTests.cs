using Throughline.Feedback.Questionnaires;
using Throughline.Process.Content;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.Tests.Feedback;

public sealed class QuestionnaireCheckTests
{
    [Fact]
    public void A_condition_can_only_look_back_so_that_no_circle_closes()
    {
        var form = Pages(
            Page(
                "p",
                Ask("a", QuestionKind.Choice, "x", "y") with
                {
                    ShowIf = new("b", ["x"]),
                },
                Ask("b", QuestionKind.Choice, "x", "y") with
                {
                    ShowIf = new("a", ["x"]),
                },
                Ask("c", QuestionKind.Choice, "x", "y") with
                {
                    ShowIf = new("c", ["x"]),
                }
            )
        );
        Assert.Equal(
            ["a", "c"],
            QuestionnaireCheck
                .Of(form)
                .Where(problem =>
                    problem.Sentence.Key.EndsWith(
                        "condition-looks-forward",
                        StringComparison.Ordinal
                    )
                )
                .Select(problem => problem.Where)
        );
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("Grade-7", true)]
    [InlineData("a123456789b123456789c123456789d123456789", true)]
    [InlineData("a123456789b123456789c123456789d1234567890", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData("ñ", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void A_code_is_forty_plain_letters_digits_and_hyphens_at_most(string code, bool isGood)
    {
        var form = Pages(Page("p", Ask(code, QuestionKind.Choice, "x", "y")));
        Assert.Equal(
            isGood,
            !QuestionnaireCheck
                .Of(form)
                .Any(problem => problem.Sentence.Key.EndsWith("bad-code", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("no-question")]
    [InlineData("too-few-options")]
    [InlineData("no-rows")]
    [InlineData("code-twice")]
    [InlineData("bad-code")]
    [InlineData("too-many-options")]
    [InlineData("least-above-most")]
    [InlineData("condition-unknown")]
    [InlineData("no-text")]
    public void Each_fault_is_named(string fault)
    {
        var form = fault switch
        {
            "no-question" => Pages(Page("p")),
            "too-few-options" => Pages(Page("p", Ask("a", QuestionKind.Choice, "x"))),
            "no-rows" => Pages(Page("p", Ask("a", QuestionKind.Matrix, "x", "y"))),
            "code-twice" => Pages(
                Page("p", Ask("a", QuestionKind.ShortText), Ask("a", QuestionKind.ShortText))
            ),
            "bad-code" => Pages(Page("p", Ask("a\"><script>", QuestionKind.ShortText))),
            "too-many-options" => Pages(
                Page(
                    "p",
                    Ask(
                        "a",
                        QuestionKind.Choice,
                        [.. Enumerable.Range(0, 10_000).Select(n => "o" + n)]
                    )
                )
            ),
            "least-above-most" => Pages(
                Page("p", Ask("a", QuestionKind.Number) with { Least = 2, Most = 1 })
            ),
            "condition-unknown" => Pages(
                Page(
                    "p",
                    Ask("a", QuestionKind.Choice, "x", "y"),
                    Ask("b", QuestionKind.ShortText) with
                    {
                        ShowIf = new("a", ["z"]),
                    }
                )
            ),
            _ => Pages(Page("p", Ask("a", QuestionKind.ShortText) with { Text = Say(" ") })),
        };
        Assert.Contains(
            QuestionnaireCheck.Of(form),
            problem => problem.Sentence.Key == "feedback.refusal." + fault
        );
    }

    [Fact]
    public void What_comes_with_the_product_can_be_opened_as_it_is()
    {
        var library = new Throughline.Feedback.QuestionnaireLibrary(
            new ContentFolder(Repository.Content)
        );
        Assert.NotEmpty(library.Codes);
        Assert.All(library.Codes, code => Assert.Empty(QuestionnaireCheck.Of(library.Read(code))));
    }
}
