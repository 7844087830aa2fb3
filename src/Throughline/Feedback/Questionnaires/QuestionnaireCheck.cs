using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires;

/// <summary>What must be mended before a questionnaire can be opened, each with the question it concerns.</summary>
public static class QuestionnaireCheck
{
    public const int TextLimit = 2_000;
    private const int LeastOptions = 2;

    /// <param name="Where">The code of the section or question; null for the whole.</param>
    public sealed record Problem(string? Where, Sentence Sentence);

    public static IReadOnlyList<Problem> Of(Questionnaire form) =>
        [.. Whole(form), .. form.Questions.SelectMany(Parts), .. Conditions(form), .. Texts(form)];

    /// <summary>What a person should look at before it is opened; it may be as it is meant.</summary>
    public static IReadOnlyList<Problem> Warnings(Questionnaire form) =>
        [
            .. form
                .Questions.Where(question => AsksWho.Of(question, form.Language))
                .Select(question => new Problem(
                    question.Code,
                    FeedbackSentences.AsksWho(question.Text.In(form.Language))
                )),
        ];

    private static IEnumerable<Problem> Whole(Questionnaire form)
    {
        if (form.Languages.Count == 0)
        {
            yield return new(null, FeedbackSentences.NoLanguage);
            yield break;
        }

        if (form.Questions.All(question => question.Kind == QuestionKind.Note))
        {
            yield return new(null, FeedbackSentences.NoQuestion);
        }

        if (form.Sections.Count > Questionnaire.MostSections)
        {
            yield return new(null, FeedbackSentences.TooManySections(Questionnaire.MostSections));
        }

        if (form.Questions.Count() > Questionnaire.MostQuestions)
        {
            yield return new(null, FeedbackSentences.TooManyQuestions(Questionnaire.MostQuestions));
        }

        var codes = form
            .Sections.Select(section => section.Code)
            .Concat(form.Questions.Select(question => question.Code))
            .ToList();
        foreach (var code in codes.Where(code => !IsCode(code)).Distinct())
        {
            yield return new(code, FeedbackSentences.BadCode(code));
        }

        foreach (var twice in codes.GroupBy(code => code).Where(group => group.Count() > 1))
        {
            yield return new(twice.Key, FeedbackSentences.CodeTwice(twice.Key));
        }
    }

    private static IEnumerable<Problem> Parts(Question question)
    {
        if (question.HasOptions && question.Options.Count + (question.Other ? 1 : 0) < LeastOptions)
        {
            yield return new(question.Code, FeedbackSentences.TooFewOptions(question.Code));
        }

        if (question.Kind == QuestionKind.Statements && !Votes.AreOptionsOf(question))
        {
            yield return new(question.Code, FeedbackSentences.VotesOnly(question.Code));
        }

        if (question.HasRows && question.Rows.Count == 0)
        {
            yield return new(question.Code, FeedbackSentences.NoRows(question.Code));
        }

        if (Math.Max(question.Options.Count, question.Rows.Count) > Question.MostOptions)
        {
            yield return new(
                question.Code,
                FeedbackSentences.TooManyOptions(question.Code, Question.MostOptions)
            );
        }

        foreach (var list in new[] { question.Options, question.Rows })
        {
            foreach (var option in list.Where(option => !IsCode(option.Code)))
            {
                yield return new(question.Code, FeedbackSentences.BadCode(option.Code));
            }

            foreach (
                var twice in list.GroupBy(option => option.Code).Where(same => same.Count() > 1)
            )
            {
                yield return new(question.Code, FeedbackSentences.CodeTwice(twice.Key));
            }
        }

        if (question is { Least: { } least, Most: { } most } && least > most)
        {
            yield return new(question.Code, FeedbackSentences.LeastAboveMost(question.Code));
        }
    }

    /// <summary>A condition looks back, never forward or at itself: that way no circle can close.</summary>
    private static IEnumerable<Problem> Conditions(Questionnaire form)
    {
        var asked = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var section in form.Sections)
        {
            if (Wrong(section.ShowIf, asked) is { } sectionWrong)
            {
                yield return new(section.Code, sectionWrong);
            }

            foreach (var question in section.Questions)
            {
                if (Wrong(question.ShowIf, asked) is { } wrong)
                {
                    yield return new(question.Code, wrong);
                }

                asked.TryAdd(question.Code, question);
            }
        }
    }

    private static Sentence? Wrong(Condition? condition, Dictionary<string, Question> asked)
    {
        if (condition is null)
        {
            return null;
        }

        if (!asked.TryGetValue(condition.Question, out var question))
        {
            return FeedbackSentences.ConditionLooksForward(condition.Question);
        }

        var strange = condition.Is.FirstOrDefault(code =>
            question.Options.All(option => option.Code != code)
        );
        return condition.Is.Count == 0 || strange is not null
            ? FeedbackSentences.ConditionUnknown(condition.Question, strange ?? "")
            : null;
    }

    private static IEnumerable<Problem> Texts(Questionnaire form)
    {
        if (form.Languages.Count == 0)
        {
            yield break;
        }

        foreach (var (where, words) in AllWords(form))
        {
            if (words.Languages.Any(language => words.In(language).Length > TextLimit))
            {
                yield return new(where, FeedbackSentences.TextTooLong(TextLimit));
            }
        }

        foreach (var question in form.Questions)
        {
            if (string.IsNullOrWhiteSpace(question.Text.In(form.Language)))
            {
                yield return new(question.Code, FeedbackSentences.NoText(question.Code));
            }
        }
    }

    /// <summary>Every text of it, with the code of the section or question it stands in.</summary>
    public static IEnumerable<(string? Where, Words Words)> AllWords(Questionnaire form)
    {
        yield return (null, form.Title);
        yield return (null, form.Introduction);
        yield return (null, form.Thanks);
        foreach (var section in form.Sections)
        {
            yield return (section.Code, section.Title);
            yield return (section.Code, section.Text);
            foreach (var question in section.Questions)
            {
                yield return (question.Code, question.Text);
                yield return (question.Code, question.Help);
                foreach (var option in question.Options.Concat(question.Rows))
                {
                    yield return (question.Code, option.Text);
                }
            }
        }
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 40
        && text[0] != '-'
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
