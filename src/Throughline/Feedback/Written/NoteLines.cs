using System.Security.Cryptography;
using System.Text;

namespace Throughline.Feedback.Written;

/// <summary>
/// The lines of a note, each a text of its own. A line is known by its words, so that what was decided about it stays with it when lines
/// are added before it, and ends when its words are changed.
/// </summary>
public static class NoteLines
{
    private const string Prefix = "note:";
    private const int Digits = 16;
    private static readonly char[] Bullets = [' ', '\t', '-', '•', '*', '–', '·'];

    public static bool IsLine(string field) => field.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Each line once, without its bullet; blank ones left out.</summary>
    public static IEnumerable<(string Field, string Text)> Of(string? note) =>
        (note ?? "")
            .Split(['\n', '\r'])
            .Select(line => line.TrimStart(Bullets).TrimEnd())
            .Where(line => line.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(line => (FieldOf(line), line));

    private static string FieldOf(string line) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..Digits];
}
