using System.Security.Cryptography;

namespace Throughline.Feedback.Answering;

/// <summary>
/// The number on a receipt: half made of the answer's id, half of the round's key, so that the page of the receipt can tell a true one
/// from an invented one without asking the database.
/// </summary>
public static class Receipt
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Half = 6;

    /// <summary>Of every number, with its hyphen: <c>K7WM4T-QX2P9R</c>.</summary>
    public const int Length = (2 * Half) + 1;

    public static string Of(AnswerId answer, byte[] key)
    {
        Span<byte> id = stackalloc byte[16];
        answer.Value.TryWriteBytes(id);
        var left = Spell(id);
        return $"{left}-{Sign(left, key)}";
    }

    public static bool IsTrue(string? number, byte[] key) =>
        number is { Length: Length }
        && number[Half] == '-'
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(number[(Half + 1)..]),
            System.Text.Encoding.ASCII.GetBytes(Sign(number[..Half], key))
        );

    private static string Sign(string left, byte[] key)
    {
        Span<byte> mark = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(left), mark);
        return Spell(mark);
    }

    private static string Spell(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Half];
        for (var i = 0; i < Half; i++)
        {
            text[i] = Letters[bytes[i] % Letters.Length];
        }

        return new string(text);
    }
}
