using System.Text.RegularExpressions;

namespace Throughline.Process.Content;

/// <summary>
/// Compares the texts of a language with the English ones, key by key. <paramref name="IsGroup"/> says which nodes hold further keys;
/// <paramref name="MindsExtra"/> says under which path a key that English lacks is reported here.
/// </summary>
internal sealed partial record TextComparison(
    string Language,
    Func<ContentNode, bool> IsGroup,
    Func<string, bool> MindsExtra
)
{
    public IEnumerable<ContentProblem> Of(ContentNode english, ContentNode other, string path = "")
    {
        if (!IsGroup(english) || !IsGroup(other))
        {
            return Leaf(english, other, path);
        }

        var missing = english
            .Fields.Where(field => other.Find(field.Key) is null)
            .Select(field => Unwritten(other, Join(path, field.Key)));
        var extra = other
            .Fields.Where(field => MindsExtra(path) && english.Find(field.Key) is null)
            .Select(field =>
                ContentCheck.Problem(
                    other.File,
                    field.Line,
                    $"`{Join(path, field.Key)}` was not expected: English has no such text."
                )
            );
        var shared = english
            .Fields.Where(field => other.Find(field.Key) is not null)
            .SelectMany(field => Of(field.Value, other.Find(field.Key)!, Join(path, field.Key)));
        return [.. missing, .. extra, .. shared];
    }

    public ContentProblem Unwritten(ContentNode at, string what) =>
        ContentCheck.Missing(
            Language,
            at.File,
            at.Line,
            $"`{what}` was expected in `{Language}` and is not written yet; English stands in."
        );

    IEnumerable<ContentProblem> Leaf(ContentNode english, ContentNode other, string path)
    {
        var (expected, found) = (english.Items.Count(), other.Items.Count());
        if (english.IsMap != other.IsMap && (IsGroup(english) || IsGroup(other)))
        {
            yield return ContentCheck.Problem(
                other,
                $"`{path}` was expected to have the same shape as in English."
            );
        }
        else if (expected != found)
        {
            yield return ContentCheck.Missing(
                Language,
                other.File,
                other.Line,
                $"`{path}` has {found} entries: expected {expected}, as in English."
            );
        }
        else if (Placeholders(english) is var wanted && !wanted.SetEquals(Placeholders(other)))
        {
            var names =
                wanted.Count == 0
                    ? "none"
                    : string.Join(", ", wanted.Order(StringComparer.Ordinal));
            yield return ContentCheck.Problem(
                other,
                $"`{path}` was expected to hold the same placeholders as in English: {names}."
            );
        }
    }

    static HashSet<string> Placeholders(ContentNode text) =>
        text.Everything()
            .SelectMany(node => Placeholder().Matches(node.Value ?? ""))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

    static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    [GeneratedRegex(@"\{[A-Za-z0-9_]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
