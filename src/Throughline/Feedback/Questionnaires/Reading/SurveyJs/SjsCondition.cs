using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.SurveyJs;

/// <summary>Reads an expression that says "this question was answered with one of these"; everything else stays in its author's words.</summary>
/// <param name="severals">The questions with several answers: for them "equals" means the whole list, and "contains" is what ours can say.</param>
internal sealed partial class SjsCondition(
    IReadOnlyDictionary<string, string> ids,
    IReadOnlySet<string> severals
)
{
    private const int Longest = 2_000;

    public DraftCondition? Read(string expression)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            return null;
        }

        string? about = null;
        var values = new List<string>();
        foreach (var part in expression.Length > Longest ? [expression] : Or().Split(expression))
        {
            var match = Comparison().Match(part.Trim().TrimStart('(').TrimEnd(')').Trim());
            if (
                !match.Success
                || !ids.TryGetValue(match.Groups["name"].Value, out var id)
                || (about is not null && about != id)
                || !Fits(match.Groups["operator"].Value, severals.Contains(id))
            )
            {
                return DraftCondition.Other(expression);
            }

            about = id;
            values.AddRange(
                Value()
                    .Matches(match.Groups["value"].Value)
                    .Select(one => one.Value.Trim('"', '\''))
            );
        }

        return new DraftCondition(expression, about, values);
    }

    private static bool Fits(string relation, bool isSeveral) =>
        relation.ToLowerInvariant() switch
        {
            "=" or "==" or "equal" => !isSeveral,
            "contains" => isSeveral,
            "anyof" => true,
            _ => false,
        };

    [GeneratedRegex(@"\s+or\s+|\s*\|\|\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Or();

    [GeneratedRegex(
        """^\{(?<name>[^{}]+)\}\s*(?<operator>==|=|equal|contains|anyof)\s*(?<value>'[^']*'|"[^"]*"|[0-9.]+|true|false|\[[^\[\]{}]*\])$""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Comparison();

    [GeneratedRegex("""'[^']*'|"[^"]*"|[^\s,\[\]'"]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
