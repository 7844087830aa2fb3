using System.Globalization;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Feedback.Answering;

/// <summary>
/// What is typed from a paper: the numbers of options instead of the options. What the paper leaves empty stays empty, also where the
/// form on a screen would have asked for it.
/// </summary>
public static class PaperEntries
{
    /// <summary>The key of the one problem that only typing can have: no option has this number.</summary>
    public const string BadNumber = "bad-number";

    private static readonly char[] Between = [',', ';', ' ', '.', '/', '\t'];

    private static readonly HashSet<string> OnlyOnScreens = new(StringComparer.Ordinal)
    {
        "problem.required",
        "problem.each-row",
        "problem.choose-at-least",
    };

    /// <summary>The fields of a question, each typed in one go: a ranking too.</summary>
    public static IEnumerable<string> FieldsOf(Question question) => AnswerFields.Of(question);

    /// <param name="typed">By the name of the field, without a prefix; empty where nothing was typed.</param>
    public static (AnswerEntries Entries, List<EntryProblem> Problems) Read(
        Questionnaire form,
        Func<string, string?> typed
    )
    {
        var entries = new AnswerEntries();
        var problems = new List<EntryProblem>();
        foreach (var section in form.Sections)
        {
            var posted = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal);
            foreach (var question in section.Questions)
            {
                Post(question, typed, posted, problems);
            }

            problems.AddRange(
                ReadSection
                    .Into(
                        entries,
                        section,
                        name => posted.TryGetValue(name, out var values) ? values : []
                    )
                    .Where(problem => !OnlyOnScreens.Contains(problem.Key))
            );
        }

        ReadSection.DropUnasked(entries, form);
        return (entries, problems);
    }

    private static void Post(
        Question question,
        Func<string, string?> typed,
        Dictionary<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        foreach (var field in FieldsOf(question))
        {
            var text = typed(field) ?? "";
            if (!question.HasOptions || field == AnswerFields.Other(question))
            {
                posted[AnswerFields.Prefix + field] = [text];
                continue;
            }

            var chosen = new List<string>();
            foreach (
                var number in text.Split(
                    Between,
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            {
                if (
                    int.TryParse(
                        number,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var place
                    )
                    && place >= 1
                    && place <= question.Options.Count
                )
                {
                    chosen.Add(question.Options[place - 1].Code);
                }
                else
                {
                    problems.Add(new(field, BadNumber, number, question.Options.Count));
                }
            }

            Choose(question, field, chosen, posted, problems);
        }
    }

    private static void Choose(
        Question question,
        string field,
        List<string> chosen,
        Dictionary<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        switch (question.Kind)
        {
            case QuestionKind.Ranking:
                for (var place = 1; place <= chosen.Count; place++)
                {
                    posted[AnswerFields.Prefix + AnswerFields.Place(question, place)] =
                    [
                        chosen[place - 1],
                    ];
                }

                break;
            case QuestionKind.Several:
                posted[AnswerFields.Prefix + field] = [.. chosen];
                break;
            default:
                // Two crosses where one was asked: nobody can say which one was meant.
                if (chosen.Count > 1)
                {
                    problems.Add(new(field, "problem.choose-at-most", 1));
                }

                posted[AnswerFields.Prefix + field] = [.. chosen];
                break;
        }
    }
}
