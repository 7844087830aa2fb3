using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>
/// Reads a relevance equation that says "this question was answered with one of these": comparisons of one question with constants,
/// with <c>or</c> between. Everything else is left in its author's words.
/// </summary>
internal sealed partial class LssRelevance(LssSurvey survey)
{
    private const int LongestEquation = 2_000;

    private readonly Dictionary<string, (string Question, string? Option)> names = Names(survey);

    public DraftCondition? Read(string equation)
    {
        var text = equation.Trim();
        if (text is "" or "1")
        {
            return null;
        }

        if (text.Length > LongestEquation)
        {
            return DraftCondition.Other(equation);
        }

        string? about = null;
        var options = new List<string>();
        foreach (var part in Or().Split(WithoutBrackets(text)))
        {
            var match = Comparison().Match(WithoutBrackets(part.Trim()));
            if (
                !match.Success
                || !names.TryGetValue(match.Groups["name"].Value, out var name)
                || (about is not null && about != name.Question)
            )
            {
                return DraftCondition.Other(equation);
            }

            var value = match.Groups["value"].Value.Trim('"', '\'');
            if (name.Option is not null && value != "Y")
            {
                return DraftCondition.Other(equation);
            }

            about = name.Question;
            options.Add(name.Option ?? value);
        }

        return new DraftCondition(equation, about, options);
    }

    /// <summary>Old files keep conditions in a table of their own.</summary>
    public DraftCondition? Read(IReadOnlyList<LssRow> conditions)
    {
        if (conditions.Count == 0)
        {
            return null;
        }

        var source = string.Join(
            " or ",
            conditions.Select(row => $"{row["cfieldname"]} {row["method"]} \"{row["value"]}\"")
        );
        var plain =
            conditions.All(row => row["method"] == "==")
            && conditions.DistinctBy(row => (row["cfieldname"], row["scenario"])).Count() == 1;
        return plain && names.TryGetValue(conditions[0]["cfieldname"], out var name)
            ? new DraftCondition(
                source,
                name.Question,
                [.. conditions.Select(row => name.Option ?? row["value"])]
            )
            : DraftCondition.Other(source);
    }

    /// <summary>A question goes by its code and by survey, group and question number; an option of several by its own code behind it.</summary>
    private static Dictionary<string, (string Question, string? Option)> Names(LssSurvey survey)
    {
        var names = new Dictionary<string, (string, string?)>(StringComparer.Ordinal);
        foreach (var question in survey.All)
        {
            var number = $"{question.Row["sid"]}X{question.Row["gid"]}X{question.Id}";
            if (question.Kind is not ("M" or "P"))
            {
                names.TryAdd(question.Code, (question.Id, null));
                names.TryAdd(number, (question.Id, null));
                continue;
            }

            foreach (var part in question.Parts)
            {
                names.TryAdd($"{question.Code}_{part.Code}", (question.Id, part.Code));
                names.TryAdd(number + part.Code, (question.Id, part.Code));
            }
        }

        return names;
    }

    /// <summary>Takes off brackets that hold the whole.</summary>
    private static string WithoutBrackets(string text)
    {
        while (text.Length > 1 && text[0] == '(' && ClosingOf(text) == text.Length - 1)
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static int ClosingOf(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"\s+or\s+|\s*\|\|\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Or();

    [GeneratedRegex(
        """^(?<name>[A-Za-z0-9_]+)(\.(NAOK|code))?\s*(==|eq)\s*(?<value>"[^"]*"|'[^']*'|[0-9]+)$""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Comparison();
}
