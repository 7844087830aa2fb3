namespace Throughline.Conventions.Tests;

/// <summary>Where a piece of Razor code that begins behind an @ ends.</summary>
internal static class RazorCode
{
    private static readonly string[] Blocks = ["functions", "code"];
    private static readonly string[] Control = ["if", "foreach", "for", "switch", "while", "using"];
    private static readonly string[] Lines =
    [
        "page",
        "model",
        "inject",
        "inherits",
        "layout",
        "namespace",
        "addTagHelper",
        "implements",
        "attribute",
        "typeparam",
        "removeTagHelper",
    ];

    public static int End(string text, int start)
    {
        if (start >= text.Length)
        {
            return start;
        }

        if (text[start] == '{')
        {
            return Balanced(text, start);
        }

        if (text[start] == '(')
        {
            return Balanced(text, start);
        }

        var word = start;
        while (word < text.Length && (char.IsLetterOrDigit(text[word]) || text[word] == '_'))
        {
            word++;
        }

        var name = text[start..word];
        if (Blocks.Contains(name))
        {
            return Balanced(text, text.IndexOf('{', word));
        }

        if (Lines.Contains(name) || (name == "using" && text[word..].TrimStart() is [not '(', ..]))
        {
            var end = text.IndexOf('\n', word);
            return end < 0 ? text.Length : end;
        }

        return Control.Contains(name)
            ? Balanced(text, text.IndexOf('(', word))
            : Expression(text, word);
    }

    /// <summary>Calls, indexers and members that follow a name: <c>T["a"].Length</c>.</summary>
    private static int Expression(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is '(' or '[')
            {
                at = Balanced(text, at);
            }
            else if (
                text[at] == '<'
                && text.IndexOf(">(", at, StringComparison.Ordinal) is > 0 and var generic
                && generic - at < 40
                && !text[at..generic].Contains(' ')
            )
            {
                at = generic + 1;
            }
            else if (text[at] is '!' && at + 1 < text.Length && text[at + 1] is '.' or '[')
            {
                at++;
            }
            else if (
                text[at] is '.' or '?'
                && at + 1 < text.Length
                && (char.IsLetter(text[at + 1]) || text[at + 1] == '.')
            )
            {
                at++;
                while (
                    at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.')
                )
                {
                    at++;
                }
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int Balanced(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i = EndOfString(text, i);
            }
            else if (text[i] is '(' or '[' or '{')
            {
                depth++;
            }
            else if (text[i] is ')' or ']' or '}' && --depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int EndOfString(string text, int quote)
    {
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return text.Length;
    }
}
