using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>The words of a text that may hold HTML: entities decoded, breaks kept, addresses of links behind their words.</summary>
internal sealed partial class PlainText
{
    /// <summary>A tag longer than this is text: no search runs through the whole file again and again.</summary>
    private const int LongestTag = 4_000;

    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase)
    {
        "br",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "blockquote",
        "section",
        "dt",
        "dd",
        "pre",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "head",
        "title",
        "template",
    };

    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        "img",
        "video",
        "audio",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "input",
        "button",
        "select",
        "form",
        "script",
        "link",
    };

    private readonly StringBuilder text = new();
    private readonly List<string> media = [];
    private string? address;
    private int linkStart;
    private int lastCommentEnd;

    private PlainText() { }

    public string Value { get; private set; } = "";

    /// <summary>There were tags that only say how it looks.</summary>
    public bool WasFormatted { get; private set; }

    /// <summary>Pictures, films, scripts and the like, each by its address or its tag.</summary>
    public IReadOnlyList<string> Media => media;

    public static PlainText Of(string html)
    {
        var plain = new PlainText();
        plain.Read(html);
        return plain;
    }

    private void Read(string html)
    {
        var sawTag = false;
        var at = 0;
        lastCommentEnd = html.LastIndexOf("-->", StringComparison.Ordinal);
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                break;
            }

            text.Append(html, at, open - at);
            if (EndOf(html, open) is not { } end)
            {
                text.Append('<');
                at = open + 1;
                continue;
            }

            sawTag = true;
            at = Tag(html, html[(open + 1)..end], end + 1);
        }

        text.Append(html, at, html.Length - at);
        Close();
        Value = Tidy(WebUtility.HtmlDecode(text.ToString()), sawTag);
    }

    /// <summary>Where the tag that opens here ends; null where this is a mere less-than sign.</summary>
    private int? EndOf(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            return lastCommentEnd < open + 4
                ? null
                : html.IndexOf("-->", open + 4, StringComparison.Ordinal) + 2;
        }

        if (
            open + 1 >= html.Length
            || !(char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?')
        )
        {
            return null;
        }

        var end = html.IndexOf('>', open, Math.Min(LongestTag, html.Length - open));
        return end < 0 ? null : end;
    }

    /// <summary>Answers where reading goes on.</summary>
    private int Tag(string html, string inside, int after)
    {
        if (inside.StartsWith('!') || inside.StartsWith('?'))
        {
            return after;
        }

        var closing = inside.StartsWith('/');
        var name = Name().Match(inside).Value.TrimStart('/');
        if (Pictures.Contains(name) && !closing)
        {
            media.Add(Attribute(inside, "src") ?? Attribute(inside, "data") ?? name);
            text.Append(WebUtility.HtmlEncode(Attribute(inside, "alt") ?? ""));
        }

        if (Silent.Contains(name) && !closing)
        {
            var end = html.IndexOf("</" + name, after, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? html.Length : end;
        }

        if (Breaks.Contains(name))
        {
            text.Append('\u0001');
        }
        else if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
        {
            Close();
            address = closing ? null : Attribute(inside, "href");
            linkStart = text.Length;
        }
        else
        {
            text.Append(name is "td" or "th" ? " " : "");
            WasFormatted |= !Silent.Contains(name) && !Pictures.Contains(name);
        }

        return after;
    }

    /// <summary>Puts the address behind the words of a link, unless they are the address.</summary>
    private void Close()
    {
        if (address is { Length: > 0 } found)
        {
            var words = WebUtility.HtmlDecode(text.ToString(linkStart, text.Length - linkStart));
            if (IsAddress(found) && words.Trim() != found)
            {
                text.Append(words.Trim().Length > 0 ? " (" : "(")
                    .Append(WebUtility.HtmlEncode(found))
                    .Append(')');
            }
            else if (!IsAddress(found) && !found.StartsWith('#'))
            {
                media.Add(found);
            }
        }

        address = null;
    }

    private static bool IsAddress(string found) =>
        found.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || found.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || found.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || found.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    private static string? Attribute(string tag, string name)
    {
        foreach (Match match in Attributes().Matches(tag))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(match.Groups["value"].Value.Trim('"', '\'')).Trim();
            }
        }

        return null;
    }

    /// <summary>In marked-up text only tags break lines; in other text its own line ends do.</summary>
    private static string Tidy(string text, bool wasMarkedUp)
    {
        var lines = (wasMarkedUp ? text.Replace('\n', ' ').Replace('\r', ' ') : text)
            .Replace('\u0001', '\n')
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => Spaces().Replace(line, " ").Trim());
        return ManyBreaks().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    [GeneratedRegex("^/?[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(
        """(?<name>[A-Za-z-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+)""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Attributes();

    [GeneratedRegex(@"[ \t\u00a0]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex ManyBreaks();
}
