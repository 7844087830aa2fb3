using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>One question as it reads, in the language that the form was written in.</summary>
public sealed record QuestionReading(Question Question, Questionnaire Form);

/// <summary>On what a page or question depends.</summary>
public sealed record ShowIfView(Condition? Condition, Questionnaire Form)
{
    public string? Asked =>
        Condition is { } condition
            ? Form.Question(condition.Question)?.Text.In(Form.Language) ?? condition.Question
            : null;

    public string Answers =>
        string.Join(
            " · ",
            (Condition?.Is ?? []).Select(code =>
                Form.Question(Condition!.Question)
                    ?.Options.FirstOrDefault(option => option.Code == code)
                    ?.Text.In(Form.Language)
                ?? code
            )
        );
}

/// <summary>What can be done to a page or a question.</summary>
/// <param name="Name">For whoever does not see which one the buttons stand under.</param>
public sealed record PartActions(
    string Code,
    string Name,
    int Version,
    bool CanGoUp,
    bool CanGoDown,
    bool IsQuestion,
    string Address
);

/// <summary>The answers that a page or question can wait for, by the questions before it.</summary>
public sealed record ConditionChoices(
    string Field,
    IReadOnlyList<string> Ticked,
    IReadOnlyList<EarlierQuestion> Earlier
);

public sealed record EarlierQuestion(string Name, IReadOnlyList<Design.Choice> Options);

/// <summary>One question on paper.</summary>
public sealed record PaperQuestion(Question Question, PaperModel Paper)
{
    public string Language => Paper.Language;
}
