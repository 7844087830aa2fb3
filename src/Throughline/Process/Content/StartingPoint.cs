namespace Throughline.Process.Content;

/// <summary>A few short questions whose answers name the step to begin with.</summary>
public sealed record StartingPoint(
    Wording Wording,
    string Title,
    string Lead,
    IReadOnlyList<StartingQuestion> Questions,
    StartingSuggestion Otherwise
)
{
    /// <summary>The questions stand in the order of the work, so the first answer that leads somewhere wins.</summary>
    public StartingSuggestion Suggest(IReadOnlyCollection<string> answers) =>
        Suggestions(answers)[0];

    /// <summary>All steps that the answers lead to, the first one first, each once.</summary>
    public IReadOnlyList<StartingSuggestion> Suggestions(IReadOnlyCollection<string> answers)
    {
        List<StartingSuggestion> found =
        [
            .. Questions
                .SelectMany(question => question.Answers)
                .Where(answer => answers.Contains(answer.Code))
                .Select(answer => answer.Leads)
                .OfType<StartingSuggestion>()
                .DistinctBy(suggestion => suggestion.Step),
        ];
        return found is [] ? [Otherwise] : found;
    }

    internal static StartingPoint From(ContentNode structure, TextSource texts)
    {
        var title = texts.Text("title");
        var lead = texts.Text("lead");
        var otherwise = new StartingSuggestion(
            structure.Need("otherwise"),
            texts.Text("otherwise")
        );
        List<StartingQuestion> questions =
        [
            .. structure.ItemsOf("questions").Select(question => QuestionOf(question, texts)),
        ];
        return new StartingPoint(texts.Wording, title, lead, questions, otherwise);
    }

    static StartingQuestion QuestionOf(ContentNode question, TextSource texts)
    {
        var code = question.Need("code");
        return new StartingQuestion(
            code,
            texts.Text("questions", code, "question"),
            texts.Text("questions", code, "help"),
            [.. question.ItemsOf("answers").Select(answer => AnswerOf(answer, texts))]
        );
    }

    static StartingAnswer AnswerOf(ContentNode answer, TextSource texts)
    {
        var code = answer.Need("code");
        var leads = answer.Text("leads");
        return new StartingAnswer(
            code,
            texts.Text("answers", code, "title"),
            leads is null
                ? null
                : new StartingSuggestion(leads, texts.Text("answers", code, "reason"))
        );
    }
}

public sealed record StartingQuestion(
    string Code,
    string Question,
    string Help,
    IReadOnlyList<StartingAnswer> Answers
);

public sealed record StartingAnswer(string Code, string Title, StartingSuggestion? Leads);

public sealed record StartingSuggestion(string Step, string Reason);
