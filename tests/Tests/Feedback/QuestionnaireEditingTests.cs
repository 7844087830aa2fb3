using Throughline.Feedback.Questionnaires;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class QuestionnaireEditingTests
{
    private static string Order(Questionnaire form) =>
        string.Join(
            " | ",
            form.Sections.Select(page =>
                page.Code + ": " + string.Join(' ', page.Questions.Select(one => one.Code))
            )
        );

    [Fact]
    public void A_question_moves_within_its_page_and_over_its_edge()
    {
        var form = Form();

        Assert.Equal("one: why class | two: more", Order(form.Move("class", down: true)));
        Assert.Equal("one: class | two: why more", Order(form.Move("why", down: true)));
        Assert.Equal("one: class why more | two: ", Order(form.Move("more", down: false)));
        Assert.Equal(Order(form), Order(form.Move("class", down: false)));
        Assert.Equal(Order(form), Order(form.Move("more", down: true)));
        Assert.Equal("two: more | one: class why", Order(form.Move("one", down: true)));
    }

    [Fact]
    public void A_question_is_put_first_on_a_page_or_after_another_one()
    {
        var form = Form();
        var more = form.Question("more")!;

        Assert.Equal("one: more class why | two: ", Order(form.Put(more, "one")));
        Assert.Equal("one: class more why | two: ", Order(form.Put(more, "class")));
        Assert.Equal(Order(form), Order(form.Put(more, null)));
        Assert.Equal(Order(form), Order(form.Put(more, "nowhere")));
    }

    [Fact]
    public void What_is_taken_out_comes_back_to_its_place()
    {
        var form = Form();

        var without = form.TakeOut("class");
        Assert.Equal("one: why | two: more", Order(without));
        Assert.Equal(Order(form), Order(without.BringBack("class")));
        Assert.Empty(without.BringBack("class").SetAside);

        var leaf = form.TakeOut("one");
        Assert.Equal("two: more", Order(leaf));
        Assert.Equal(Order(form), Order(leaf.BringBack("one")));
    }

    [Fact]
    public void A_question_whose_page_is_gone_comes_back_on_the_last_one()
    {
        var form = Form().TakeOut("class").TakeOut("one");

        Assert.Equal("two: class more", Order(form.BringBack("class")));
    }

    [Fact]
    public void No_code_is_given_twice_also_not_that_of_what_was_taken_out()
    {
        var form = Form().Duplicate("class");
        Assert.Equal("one: class class-2 why | two: more", Order(form));

        var without = form.TakeOut("two");
        Assert.Equal("more-2", without.NewCode("More", "question"));
        Assert.Equal("question", without.NewCode("¿?", "question"));
        Assert.Equal("como-esta-usted", without.NewCode("¿Cómo está usted?", "question"));
        Assert.Equal("question", without.NewCode("ما رأيك", "question"));
        Assert.Empty(QuestionnaireCheck.Of(form));
    }

    [Fact]
    public void The_file_holds_what_was_taken_out_and_no_question_twice()
    {
        var form = Form().TakeOut("class");

        var bytes = QuestionnaireJson.Write(form);
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal(2, text.Split("\"why\"").Length);
        Assert.Equal(Order(Form()), Order(QuestionnaireJson.Read(bytes).BringBack("class")));
    }

    [Fact]
    public void A_condition_on_what_was_taken_out_is_a_problem_of_the_question_that_waits_for_it()
    {
        var form = Form();
        form = form.Put(form.Question("more")! with { ShowIf = new("class", ["yes"]) }, null);
        Assert.Empty(QuestionnaireCheck.Of(form));

        var problem = Assert.Single(QuestionnaireCheck.Of(form.TakeOut("class")));

        Assert.Equal("more", problem.Where);
    }

    [Fact]
    public void The_time_to_answer_grows_with_what_there_is_to_do()
    {
        var shortForm = Form(Leaf("one", Choice("class", "Yes", "No")));
        var longForm = Form(
            Leaf(
                "one",
                [
                    .. Enumerable
                        .Range(1, 6)
                        .Select(n => Line($"q{n}") with { Kind = QuestionKind.LongText }),
                ]
            )
        );

        Assert.Equal(1, AnswerTime.Minutes(shortForm));
        Assert.Equal(5, AnswerTime.Minutes(longForm));
    }
}
