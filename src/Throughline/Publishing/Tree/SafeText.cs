using System.Text;

namespace Throughline.Publishing.Tree;

/// <summary>What people typed, made fit for every format: no character that XML refuses, and none that turns the text around it.</summary>
public static class SafeText
{
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                char.IsHighSurrogate(text[i])
                && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1])
            )
            {
                clean.Append(text, i++, 2);
            }
            else if (text[i] == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (!IsRefused(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>On one line, without control characters, for titles and file properties.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool NeedsCleaning(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && text.Any(letter => letter == '\r' || char.IsSurrogate(letter) || IsRefused(letter));

    private static bool IsRefused(char letter) =>
        char.IsSurrogate(letter)
        || letter is < ' ' and not ('\t' or '\n')
        || letter is >= '\u007f' and <= '\u009f'
        || letter is '\ufffe' or '\uffff'
        || IsTurning(letter);

    /// <summary>Embeddings and overrides; the marks and isolates that right-to-left writing needs stay.</summary>
    private static bool IsTurning(char letter) => letter is >= '\u202a' and <= '\u202e';
}
