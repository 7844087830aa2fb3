using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>
/// Reads display and branch logic that says "one of these choices of this question was selected". Everything else is told in the
/// words that Qualtrics keeps beside it.
/// </summary>
internal static partial class QsfLogic
{
    public static DraftCondition? Read(JsonElement? logic)
    {
        if (!logic.HasContent())
        {
            return null;
        }

        var expressions = Expressions(logic!.Value).ToList();
        var source = string.Join(' ', expressions.Select(Words));
        string? about = null;
        var choices = new List<string>();
        foreach (var (expression, joined) in expressions)
        {
            var match = Choice().Match(expression.Text("LeftOperand"));
            var isFirst = choices.Count == 0;
            if (
                expression.Text("LogicType") != "Question"
                || expression.Text("Operator") != "Selected"
                || !match.Success
                || !(isFirst || joined is "Or" or "OrIf")
                || (about is not null && about != match.Groups["question"].Value)
            )
            {
                return DraftCondition.Other(source);
            }

            about = match.Groups["question"].Value;
            choices.Add(match.Groups["choice"].Value);
        }

        return choices.Count == 0
            ? DraftCondition.Other(source.Length > 0 ? source : logic.Value.Text("Type"))
            : new DraftCondition(source, about, choices);
    }

    /// <summary>Groups of expressions, each with how it joins what stands before it.</summary>
    private static IEnumerable<(JsonElement Expression, string Joined)> Expressions(
        JsonElement logic
    )
    {
        foreach (var (_, group) in Numbered(logic))
        {
            var first = true;
            foreach (var (_, expression) in Numbered(group))
            {
                // Qualtrics itself writes it without the n.
                var conjunction = expression.Text("Conjuction");
                yield return (
                    expression,
                    first ? group.Text("Type")
                    : conjunction.Length > 0 ? conjunction
                    : "And"
                );
                first = false;
            }
        }
    }

    private static IEnumerable<(string Key, JsonElement Value)> Numbered(JsonElement element) =>
        new JsonElement?(element)
            .Entries()
            .Where(one =>
                one.Value.ValueKind == JsonValueKind.Object && int.TryParse(one.Key, out _)
            );

    private static string Words((JsonElement Expression, string Joined) one) =>
        PlainText
            .Of(
                one.Expression.Text("Description") is { Length: > 0 } said
                    ? said
                    : $"{one.Expression.Text("LeftOperand")} {one.Expression.Text("Operator")}"
            )
            .Value;

    [GeneratedRegex(
        "^q://(?<question>[A-Za-z0-9_]+)/SelectableChoice/(?<choice>[A-Za-z0-9_]+)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Choice();
}
