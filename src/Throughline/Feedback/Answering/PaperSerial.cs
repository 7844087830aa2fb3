using System.Security.Cryptography;
using System.Text;
using Throughline.Kernel;

namespace Throughline.Feedback.Answering;

/// <summary>
/// The number that stands on a paper, so that a paper typed in twice is the same answer twice. The answer's id is made of it with the
/// round's key: without the key the database tells nobody which paper an answer came from.
/// </summary>
public static class PaperSerial
{
    public const int Limit = 20;

    /// <summary>Letters, digits and hyphens, in capitals; null where it is none.</summary>
    public static string? Clean(string? typed)
    {
        var serial = (typed ?? "").Trim().ToUpperInvariant();
        return
            serial.Length is > 0 and <= Limit
            && serial.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? serial
            : null;
    }

    public static AnswerId AnswerOf(string serial, FeedbackChannelId channel, byte[] key)
    {
        Span<byte> mark = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"paper {channel} {serial}"), mark);
        return Id.Of<AnswerId>(new Guid(mark[..16]));
    }
}
