using System.Globalization;
using Throughline.Kernel.Tables;

namespace Throughline.Feedback.OpenData;

/// <summary>The figures as a table: a row for each count, hidden ones among them, so that nobody takes a gap for a zero.</summary>
public static class FiguresCsv
{
    private static readonly string[] Head =
    [
        "field",
        "question",
        "row",
        "option",
        "option_text",
        "group",
        "group_text",
        "count",
        "hidden",
        "answers",
    ];

    public static byte[] Write(Figures figures, string language)
    {
        var rows = new List<string?[]> { Head };
        foreach (var question in figures.Questions)
        {
            foreach (var option in question.Options)
            {
                rows.Add(Row(figures, question, option, null, option.Count, language));
                foreach (var (index, group) in (figures.Segment?.Groups ?? []).Index())
                {
                    rows.Add(
                        Row(figures, question, option, group, option.ByGroup[index], language)
                    );
                }
            }
        }

        return CsvText.Write(rows);
    }

    /// <summary>The quotes as a table, beside their translations.</summary>
    public static byte[] Quotes(Figures figures, string language) =>
        CsvText.Write([
            ["field", "question", "language", "quote", "translation_language", "translation"],
            .. figures.Quotes.SelectMany(question =>
                question.Quotes.Select(quote =>
                    new[]
                    {
                        question.Field,
                        question.Text.In(language),
                        quote.Language,
                        quote.Quote,
                        quote.TranslationLanguage,
                        quote.Translation,
                    }
                )
            ),
        ]);

    private static string?[] Row(
        Figures figures,
        QuestionFigures question,
        OptionFigures option,
        OptionFigures? group,
        int? count,
        string language
    ) =>
        [
            question.Field,
            question.Text.In(language),
            question.Row?.In(language),
            option.Code ?? CountedField.Nothing,
            option.Text.In(language),
            group is null ? "(all)" : group.Code ?? CountedField.Nothing,
            group?.Text.In(language),
            count?.ToString(CultureInfo.InvariantCulture),
            count is null ? "yes" : "no",
            figures.Answers.ToString(CultureInfo.InvariantCulture),
        ];
}
