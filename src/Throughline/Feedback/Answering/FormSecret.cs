using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Throughline.Kernel;

namespace Throughline.Feedback.Answering;

/// <summary>
/// The secret of one form on one screen: 128 random bits that the page carries. The answer is stored under its hash, so that sending
/// again is the same answer again, and the database tells nobody the secret.
/// </summary>
public static class FormSecret
{
    private const int Bytes = 16;

    /// <summary>Of every secret, as text.</summary>
    public const int Length = 22;

    public static string New()
    {
        Span<byte> random = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    public static bool IsOne(string? text) =>
        text is { Length: Length }
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static AnswerId AnswerOf(string secret)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(secret), hash);
        return Id.Of<AnswerId>(new Guid(hash[..Bytes]));
    }
}
