using System.Text;
using System.Text.RegularExpressions;

namespace Throughline.Conventions.Tests;

/// <summary>What is left of a Razor page when its code, its tags and its expressions are taken away.</summary>
internal static partial class PageText
{
    private static readonly string[] Spoken =
    [
        "label",
        "hint",
        "title",
        "alt",
        "placeholder",
        "aria-label",
        "head",
        "example",
        "empty",
        "key",
        "action",
    ];

    public static IReadOnlyList<string> WordsIn(string page)
    {
        var markup = WithoutCode(page);
        var said = new List<string>();
        foreach (Match attribute in Attribute().Matches(markup))
        {
            if (
                Spoken.Contains(attribute.Groups["name"].Value)
                && HasWord(attribute.Groups["value"].Value)
                && !IsAddress(attribute.Groups["value"].Value)
            )
            {
                said.Add(attribute.Groups["value"].Value.Trim());
            }
        }

        foreach (var line in Tag().Replace(markup, "\n").Split('\n'))
        {
            if (HasWord(line))
            {
                said.Add(line.Trim());
            }
        }

        return said;
    }

    /// <summary>Takes away comments, directives, code blocks, control lines and expressions, leaving markup.</summary>
    private static string WithoutCode(string page)
    {
        var text = Comment().Replace(page, "");
        var markup = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '@')
            {
                markup.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '@')
            {
                i++;
            }
            else
            {
                i = RazorCode.End(text, i + 1) - 1;
            }
        }

        return Control().Replace(Entity().Replace(markup.ToString(), " "), "");
    }

    /// <summary>A form's <c>action</c> is where it goes; a row's is what it says.</summary>
    private static bool IsAddress(string value) =>
        value.StartsWith('/') || value.StartsWith('=') || value.StartsWith('?');

    private static bool HasWord(string text) => Word().IsMatch(text);

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<[^<>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("&[a-z]+;|&#[0-9]+;")]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"^\s*(else if .*|else|break;|case .*:|default:|(var|await|return|ViewData|string|int|bool|foreach|if|for|continue)\b.*[;{)]|[A-Za-z_.]+(\+\+)?\s*=?.*;)\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Control();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
