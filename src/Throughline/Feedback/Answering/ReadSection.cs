using System.Globalization;
using Throughline.Feedback.Questionnaires;
using SafeText = Throughline.Publishing.Tree.SafeText;

namespace Throughline.Feedback.Answering;

/// <summary>What is wrong with an entry: its field and the key of the sentence among the respondents' words.</summary>
public sealed record EntryProblem(string Code, string Key, params object?[] Values);

/// <summary>
/// Reads the fields of one section as they were posted: only what the question can have been answered with is taken, and nobody's
/// words are cut without a word.
/// </summary>
public static class ReadSection
{
    public const int ShortLimit = 500;
    public const int LongLimit = 5_000;

    /// <param name="posted">The values of a field, by its name; empty where it was not posted.</param>
    /// <param name="into">The entries so far; those of this section are replaced.</param>
    public static List<EntryProblem> Into(
        AnswerEntries into,
        Section section,
        Func<string, IReadOnlyList<string?>> posted
    )
    {
        var problems = new List<EntryProblem>();
        foreach (var question in section.Questions)
        {
            foreach (var field in AnswerFields.Of(question))
            {
                into.Set(field, []);
            }

            if (!Visible(question.ShowIf, into))
            {
                continue;
            }

            Read(into, question, name => posted(AnswerFields.Prefix + name), problems);
        }

        return problems;
    }

    public static bool Visible(Condition? condition, AnswerEntries entries) =>
        condition is null || entries[condition.Question].Any(condition.Is.Contains);

    /// <summary>Takes away what was entered in sections that later turned out not to be asked.</summary>
    public static void DropUnasked(AnswerEntries entries, Questionnaire form)
    {
        foreach (var section in form.Sections)
        {
            var isAsked = Visible(section.ShowIf, entries);
            foreach (var question in section.Questions)
            {
                if (isAsked && Visible(question.ShowIf, entries))
                {
                    continue;
                }

                foreach (var field in AnswerFields.Of(question))
                {
                    entries.Set(field, []);
                }
            }
        }
    }

    private static void Read(
        AnswerEntries into,
        Question question,
        Func<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        switch (question.Kind)
        {
            case QuestionKind.Note:
                return;
            case QuestionKind.Choice or QuestionKind.Scale:
                into.Set(question.Code, Known(question, posted(question.Code)).Take(1).ToList());
                break;
            case QuestionKind.Several:
                into.Set(question.Code, Known(question, posted(question.Code)).Distinct().ToList());
                break;
            case QuestionKind.Matrix or QuestionKind.Statements:
                foreach (var row in question.Rows)
                {
                    var field = AnswerFields.Row(question, row);
                    into.Set(field, Known(question, posted(field)).Take(1).ToList());
                }

                break;
            case QuestionKind.Ranking:
                Rank(into, question, posted, problems);
                break;
            case QuestionKind.Number:
                Number(into, question, posted, problems);
                break;
            case QuestionKind.Date:
                Date(into, question, posted, problems);
                break;
            default:
                var limit = question.Kind == QuestionKind.ShortText ? ShortLimit : LongLimit;
                Text(into, question.Code, posted, limit, problems);
                break;
        }

        if (question.Other)
        {
            var limit = question.Kind == QuestionKind.Statements ? Votes.TextLimit : ShortLimit;
            Text(into, AnswerFields.Other(question), posted, limit, problems);
        }

        Demand(into, question, problems);
    }

    private static IEnumerable<string> Known(Question question, IReadOnlyList<string?> values)
    {
        foreach (var value in values)
        {
            foreach (var option in question.Options)
            {
                if (option.Code == value)
                {
                    yield return option.Code;
                }
            }
        }
    }

    private static void Rank(
        AnswerEntries into,
        Question question,
        Func<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        var ranked = new List<string>();
        for (var place = 1; place <= question.Options.Count; place++)
        {
            var chosen = Known(question, posted(AnswerFields.Place(question, place)))
                .FirstOrDefault();
            if (chosen is null)
            {
                continue;
            }

            if (ranked.Contains(chosen))
            {
                problems.Add(new(question.Code, "problem.ranked-twice"));
                continue;
            }

            ranked.Add(chosen);
        }

        into.Set(question.Code, ranked);
    }

    private static void Number(
        AnswerEntries into,
        Question question,
        Func<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        var typed = First(posted(question.Code)).Trim();
        if (typed.Length == 0)
        {
            return;
        }

        // Half the world writes 2,5: with one sign and no thousands there is nothing to guess.
        if (
            !decimal.TryParse(
                typed.Replace(',', '.'),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            || typed.Length > 30
        )
        {
            into.Set(question.Code, [typed[..Math.Min(30, typed.Length)]]);
            problems.Add(new(question.Code, "problem.number"));
            return;
        }

        into.Set(question.Code, [number.ToString(CultureInfo.InvariantCulture)]);
        if (question.Least is { } least && (double)number < least)
        {
            problems.Add(new(question.Code, "problem.at-least", least));
        }
        else if (question.Most is { } most && (double)number > most)
        {
            problems.Add(new(question.Code, "problem.at-most", most));
        }
    }

    private static void Date(
        AnswerEntries into,
        Question question,
        Func<string, IReadOnlyList<string?>> posted,
        List<EntryProblem> problems
    )
    {
        var typed = First(posted(question.Code)).Trim();
        if (typed.Length == 0)
        {
            return;
        }

        into.Set(question.Code, [typed[..Math.Min(30, typed.Length)]]);
        if (
            !DateOnly.TryParseExact(
                typed,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            problems.Add(new(question.Code, "problem.date"));
        }
    }

    private static void Text(
        AnswerEntries into,
        string field,
        Func<string, IReadOnlyList<string?>> posted,
        int limit,
        List<EntryProblem> problems
    )
    {
        var typed = SafeText.Clean(First(posted(field))).Trim();
        if (typed.Length == 0)
        {
            return;
        }

        into.Set(field, [typed]);
        if (typed.Length > limit)
        {
            problems.Add(new(field, "problem.too-long", limit, typed.Length));
        }
    }

    private static string First(IReadOnlyList<string?> values) =>
        values is [{ } first, ..] ? first : "";

    private static void Demand(AnswerEntries into, Question question, List<EntryProblem> problems)
    {
        if (question.Required && !IsAnswered(into, question))
        {
            problems.Add(
                new(
                    question.Code,
                    question.Kind == QuestionKind.Matrix ? "problem.each-row" : "problem.required"
                )
            );
            return;
        }

        if (question.Kind is not (QuestionKind.Several or QuestionKind.Ranking))
        {
            return;
        }

        var chosen = into[question.Code].Count;
        if (chosen > 0 && chosen < question.Least)
        {
            problems.Add(new(question.Code, "problem.choose-at-least", question.Least));
        }
        else if (chosen > question.Most)
        {
            problems.Add(new(question.Code, "problem.choose-at-most", question.Most));
        }
    }

    private static bool IsAnswered(AnswerEntries into, Question question) =>
        question.Kind == QuestionKind.Matrix
            ? question.Rows.All(row => into[AnswerFields.Row(question, row)].Count > 0)
            : AnswerFields.Of(question).Any(field => into[field].Count > 0);
}
