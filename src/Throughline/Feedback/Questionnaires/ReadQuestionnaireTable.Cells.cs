using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.Questionnaires;

/// <summary>What stands in one cell; what it cannot mean is refused there.</summary>
internal sealed partial class ReadQuestionnaireTable
{
    private Words WordsOf(PastedRow row)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            if (row[tag] is { Length: > 0 })
            {
                texts[tag] = TextOf(row, tag);
            }
        }

        return texts.Count == 0 ? Words.None : new Words(texts);
    }

    private string CodeOf(PastedRow row)
    {
        if (row["code"] is { Length: > 0 })
        {
            return TextOf(row, "code");
        }

        table.Refuse(row, "code", Of("code"));
        return "";
    }

    private string TextOf(PastedRow row, string column)
    {
        if (TableCell.Read(row[column] ?? "") is { } text)
        {
            return text;
        }

        table.Refuse(row, column, Of("backslash"));
        return "";
    }

    private double? NumberOf(PastedRow row, string column)
    {
        if (row[column] is not { Length: > 0 } cell)
        {
            return null;
        }

        if (
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        )
        {
            return number;
        }

        table.Refuse(row, column, Of("number"));
        return null;
    }

    private Condition? ConditionOf(PastedRow row)
    {
        if (row["condition"] is not { Length: > 0 } cell)
        {
            return null;
        }

        if (Shown().Match(cell) is { Success: true } match)
        {
            return new Condition(
                match.Groups["question"].Value,
                [.. match.Groups["is"].Value.Split('|', StringSplitOptions.TrimEntries)]
            );
        }

        table.Refuse(row, "condition", Of("condition"));
        return null;
    }

    private IReadOnlyList<ProtectedTopic> TopicsOf(PastedRow row)
    {
        var topics = (row["topics"] ?? "")
            .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => TableCell.Value<ProtectedTopic>(word))
            .ToList();
        if (topics.Contains(null))
        {
            table.Refuse(
                row,
                "topics",
                Of(
                    "topics",
                    string.Join(
                        ' ',
                        Enum.GetValues<ProtectedTopic>().Select(topic => TableCell.Word(topic))
                    )
                )
            );
        }

        return [.. topics.OfType<ProtectedTopic>()];
    }

    [GeneratedRegex(
        @"^(?<question>\S+)\s*=\s*(?<is>.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shown();
}
