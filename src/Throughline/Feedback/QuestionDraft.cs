using System.Globalization;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback;

/// <summary>A question as it is typed into a form, in the language that the questionnaire was written in.</summary>
public record QuestionDraft
{
    /// <summary>What parts those who answer.</summary>
    public static readonly IReadOnlyList<string> Segments =
    [
        "role",
        "school",
        "language",
        "subgroup",
        "grade-band",
    ];

    public string? Text { get; init; }

    public string? Help { get; init; }

    public QuestionKind Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>One a line.</summary>
    public string? Options { get; init; }

    /// <summary>Of a matrix, or the statements that are voted on; one a line.</summary>
    public string? Rows { get; init; }

    public bool Other { get; init; }

    public string? Least { get; init; }

    public string? Most { get; init; }

    public string? Segment { get; init; }

    public IReadOnlyList<ProtectedTopic>? Topics { get; init; }

    /// <summary>The answers that it waits for, as <c>question/option</c>, all of one question.</summary>
    public IReadOnlyList<string>? ShowIf { get; init; }

    /// <summary>The page or question that it comes after.</summary>
    public string? Place { get; init; }

    public static QuestionDraft Of(Question question, string language) =>
        new()
        {
            Text = question.Text.In(language),
            Help = question.Help.In(language),
            Kind = question.Kind,
            Required = question.Required,
            Options = OptionLines.Write(question.Options, language),
            Rows = OptionLines.Write(question.Rows, language),
            Other = question.Other,
            Least = question.Least?.ToString(CultureInfo.InvariantCulture),
            Most = question.Most?.ToString(CultureInfo.InvariantCulture),
            Segment = question.Segment,
            Topics = question.Topics,
            ShowIf = Conditions.Write(question.ShowIf),
        };

    /// <summary>What has no place in this kind of question is left out. Refused where the numbers or the condition cannot be read.</summary>
    /// <param name="before">The question that is changed, with its code; an empty one with a fresh code where it is new.</param>
    /// <param name="votes">What can be said to a statement, in the words of every language (<see cref="Votes.Options"/>).</param>
    public Outcome<Question> To(Question before, string language, IReadOnlyList<Option> votes)
    {
        var refusals = new List<Refusal>();
        var counts = Kind is QuestionKind.Several or QuestionKind.Ranking or QuestionKind.Number;
        var question = before with
        {
            Kind = Kind,
            Text = Said(before.Text, Text, language),
            Help = Kind == QuestionKind.Note ? Words.None : Said(before.Help, Help, language),
            Required = Required && Kind != QuestionKind.Note,
            Least = counts ? Number(Least, nameof(Least), refusals) : null,
            Most = counts ? Number(Most, nameof(Most), refusals) : null,
            Other =
                Other
                && Kind is (QuestionKind.Choice or QuestionKind.Several or QuestionKind.Statements),
            Topics = Kind == QuestionKind.Note ? [] : [.. (Topics ?? []).Distinct().Order()],
            ShowIf = Conditions.Read(ShowIf, nameof(ShowIf), refusals),
        };
        question = question with
        {
            Options =
                Kind == QuestionKind.Statements ? votes
                : question.HasOptions ? OptionLines.Read(Options, before.Options, language)
                : [],
            Rows = question.HasRows ? OptionLines.Read(Rows, before.Rows, language) : [],
            Segment =
                Kind is (QuestionKind.Choice or QuestionKind.Several) && Segments.Contains(Segment)
                    ? Segment
                    : null,
        };
        if (question.Text.IsEmpty)
        {
            refusals.Add(Outcome.Refused(FeedbackSentences.WriteTheQuestion, nameof(Text)));
        }

        return refusals.Count > 0 ? refusals : question;
    }

    /// <summary>No words in the original are no words at all.</summary>
    internal static Words Said(Words before, string? text, string language) =>
        string.IsNullOrWhiteSpace(text)
            ? Words.None
            : before.With(language, text.ReplaceLineEndings("\n").Trim());

    private static double? Number(string? typed, string field, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (
            double.TryParse(
                typed.Trim().Replace(',', '.'),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        refusals.Add(Outcome.Refused(FeedbackSentences.NotANumber, field));
        return null;
    }
}

/// <summary>A page's own words as they are typed.</summary>
public record PageDraft
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string>? ShowIf { get; init; }

    public static PageDraft Of(Section page, string language) =>
        new()
        {
            Title = page.Title.In(language),
            Text = page.Text.In(language),
            ShowIf = Conditions.Write(page.ShowIf),
        };

    public Outcome<Section> To(Section before, string language)
    {
        var refusals = new List<Refusal>();
        var page = before with
        {
            Title = QuestionDraft.Said(before.Title, Title, language),
            Text = QuestionDraft.Said(before.Text, Text, language),
            ShowIf = Conditions.Read(ShowIf, nameof(ShowIf), refusals),
        };
        return refusals.Count > 0 ? refusals : page;
    }
}

/// <summary>What stands around the questions.</summary>
public record WordsDraft
{
    public string? Title { get; init; }

    public string? Introduction { get; init; }

    public string? Thanks { get; init; }

    public static WordsDraft Of(Questionnaire form) =>
        new()
        {
            Title = form.Title.In(form.Language),
            Introduction = form.Introduction.In(form.Language),
            Thanks = form.Thanks.In(form.Language),
        };

    public Outcome<Questionnaire> To(Questionnaire form) =>
        string.IsNullOrWhiteSpace(Title)
            ? Outcome.Refused(FeedbackSentences.EnterATitle, nameof(Title))
            : form with
            {
                Title = QuestionDraft.Said(form.Title, Title, form.Language),
                Introduction = QuestionDraft.Said(form.Introduction, Introduction, form.Language),
                Thanks = QuestionDraft.Said(form.Thanks, Thanks, form.Language),
            };
}

/// <summary>Conditions as a form sends them: <c>question/option</c> for each answer that is ticked.</summary>
internal static class Conditions
{
    public static IReadOnlyList<string> Write(Condition? condition) =>
        condition is null
            ? []
            : [.. condition.Is.Select(option => $"{condition.Question}/{option}")];

    public static Condition? Read(
        IReadOnlyList<string>? ticked,
        string field,
        List<Refusal> refusals
    )
    {
        var questions = (ticked ?? [])
            .Select(one => one.Split('/', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], pair => pair[1])
            .ToList();
        switch (questions)
        {
            case []:
                return null;
            case [var one]:
                return new Condition(one.Key, [.. one.Distinct()]);
            default:
                refusals.Add(Outcome.Refused(FeedbackSentences.OneConditionOnly, field));
                return null;
        }
    }
}
