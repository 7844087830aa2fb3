using System.Globalization;
using System.Text;
using Throughline.Kernel.Languages;

namespace Throughline.Kernel.Tables;

/// <summary>One column that a pasted table may have. <paramref name="Words"/> are the values of a choice, by their codes.</summary>
/// <param name="IsNamed">Whether the interface has a name for it; otherwise its head is its key, such as the tag of a language.</param>
public sealed record TableColumn(
    string Key,
    CellKind Kind = CellKind.Text,
    int Most = 500,
    bool Required = false,
    IReadOnlyList<string>? Words = null,
    bool IsNamed = true
);

public enum CellKind
{
    Text,

    /// <summary>Names, one to a line or with semicolons between.</summary>
    Names,
    Number,
    Day,

    /// <summary>One of the column's words, in any language there is.</summary>
    Choice,
}

/// <summary>
/// The columns of a table that can be pasted, in the order they stand without a head. Their names, and other names that people give
/// them, are texts of the interface: <c>{prefix}.column.{key}</c>, <c>{prefix}.also.{key}</c> (with | between), and a choice's
/// words <c>{prefix}.word.{key}.{code}</c>. So a head is recognized in every language that the interface has.
/// </summary>
/// <param name="words">The word of a choice's code in a language, where it is a text of the content and not of the interface.</param>
public sealed class TableShape(
    string prefix,
    IReadOnlyList<TableColumn> columns,
    LanguageFiles files,
    Func<TableColumn, string, string, string?>? words = null
)
{
    public IReadOnlyList<TableColumn> Columns => columns;

    public static string NameKey(string prefix, string column) => $"{prefix}.column.{column}";

    public string NameOf(TableColumn column, Texts texts) =>
        column.IsNamed ? texts[NameKey(prefix, column.Key)] : column.Key;

    public string WordOf(TableColumn column, string code, Texts texts) =>
        words?.Invoke(column, code, texts.Language) ?? texts[$"{prefix}.word.{column.Key}.{code}"];

    internal string NameSentence(TableColumn column) => NameKey(prefix, column.Key);

    /// <summary>The words of a choice, as a sentence of their own: <c>{prefix}.words.{key}</c>.</summary>
    internal Sentence WordsSentence(TableColumn column) => new($"{prefix}.words.{column.Key}");

    public int? ColumnNamed(string head)
    {
        var wanted = Plain(head);
        for (var i = 0; i < columns.Count; i++)
        {
            if (wanted.Length > 0 && NamesOf(columns[i]).Contains(wanted))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The code of a choice, from its word in any language or from itself.</summary>
    public string? CodeOf(TableColumn column, string word)
    {
        var wanted = Plain(word);
        return column.Words?.FirstOrDefault(code =>
            Plain(code) == wanted
            || files.Tags.Any(tag => Plain(WordOf(column, code, files.In(tag))) == wanted)
        );
    }

    private IEnumerable<string> NamesOf(TableColumn column)
    {
        var key = column.Key;
        yield return Plain(key);
        if (!column.IsNamed)
        {
            yield break;
        }

        foreach (var tag in files.Tags)
        {
            var texts = files.In(tag);
            yield return Plain(texts[NameKey(prefix, key)]);
            if (texts.Has($"{prefix}.also.{key}"))
            {
                foreach (var name in texts[$"{prefix}.also.{key}"].Split('|'))
                {
                    yield return Plain(name);
                }
            }
        }
    }

    /// <summary>Letters and digits alone, without accents: "Needed by:" and "NEEDED-BY" are one name.</summary>
    private static string Plain(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(c => char.IsLetterOrDigit(c))
                .Select(c => char.ToLower(c, CultureInfo.InvariantCulture))
        );
}
