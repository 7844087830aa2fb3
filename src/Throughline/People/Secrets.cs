using System.Security.Cryptography;
using System.Text;

namespace Throughline.People;

/// <summary>Secrets are 256 random bits, told once and stored as their hash.</summary>
public static class Secrets
{
    /// <summary>Without letters and digits that are taken for each other on paper or on the phone (I, L, O, U, 0, 1).</summary>
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int CodeLength = 8;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A code to type, without its hyphen.</summary>
    public static string NewCode() => NewCode(CodeLength);

    public static string NewCode(int length) =>
        RandomNumberGenerator.GetString(CodeLetters, length);

    /// <summary><c>K7WM-4TQX</c>: groups of four are read and typed more surely.</summary>
    public static string Grouped(string code) =>
        string.Join('-', code.Chunk(4).Select(four => new string(four)));

    /// <summary>As it was typed, without hyphens and spaces, in capitals.</summary>
    public static string Typed(string? code) =>
        new([
            .. (code ?? "").Take(50).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant),
        ]);

    /// <summary>
    /// A code alone is short enough to be guessed from its hash; hashed with the secret of the browser that asked, it is not.
    /// </summary>
    public static string HashOfCode(string code, string attempt) => HashOf(attempt + ":" + code);

    public static bool AreSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(left),
            Encoding.UTF8.GetBytes(right)
        );
}
