using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class QuestionDraftTests
{
    [Fact]
    public void What_was_not_touched_comes_back_as_it_was()
    {
        var question = Choice("class", "Yes", "No") with
        {
            Help = En("For your child.").With("es", "Para su hijo."),
            Other = true,
            Required = true,
            Segment = "role",
            Topics = [ProtectedTopic.Income],
            ShowIf = new Condition("before", ["a", "b"]),
        };

        var again = Done(QuestionDraft.Of(question, "en").To(question, "en", []));

        Assert.Equal(
            QuestionnaireJson.Write(Form(Leaf("one", question))),
            QuestionnaireJson.Write(Form(Leaf("one", again)))
        );
    }

    [Fact]
    public void What_has_no_place_in_the_kind_is_left_out()
    {
        var draft = new QuestionDraft
        {
            Text = "Say it",
            Kind = QuestionKind.LongText,
            Options = "A\nB",
            Rows = "C",
            Other = true,
            Least = "1",
            Segment = "role",
        };

        var question = Done(draft.To(Line("say"), "en", []));

        Assert.Empty(question.Options);
        Assert.Empty(question.Rows);
        Assert.False(question.Other);
        Assert.Null(question.Least);
        Assert.Null(question.Segment);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_its_field()
    {
        var draft = new QuestionDraft
        {
            Kind = QuestionKind.Several,
            Least = "many",
            ShowIf = ["a/x", "b/y"],
        };

        Assert.Equal(
            ["not-a-number", "one-condition-only", "write-the-question"],
            Refused(draft.To(Line("say"), "en", []))
        );
    }

    [Theory]
    [InlineData("en", "What is your name?", true)]
    [InlineData("en", "Your child’s first name", true)]
    [InlineData("en", "E-mail", true)]
    [InlineData("en", "Phone number:", true)]
    [InlineData("en", "Name one thing that you would like to learn.", false)]
    [InlineData("en", "What would you build for a phone?", false)]
    [InlineData("es", "¿Cuál es tu nombre?", true)]
    [InlineData("es", "¿Cómo se llama usted?", true)]
    [InlineData("es", "Correo electrónico", true)]
    [InlineData("es", "Teléfono", true)]
    [InlineData("es", "Nombre una cosa que le gustaría aprender.", false)]
    [InlineData("pt", "Nome", false)]
    public void A_short_question_that_asks_who_somebody_is_is_noticed(
        string language,
        string text,
        bool asks
    )
    {
        var question = Line("q") with { Text = Words.Of(language, text) };
        var form = Form(Leaf("one", question)) with { Languages = [language] };

        Assert.Equal(asks, QuestionnaireCheck.Warnings(form).Count == 1);
        var longer = form.Put(question with { Kind = QuestionKind.LongText }, null);
        Assert.Empty(QuestionnaireCheck.Warnings(longer));
    }
}
