using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Feedback.Answering;

/// <summary>
/// The code of a link that one person gets. It is told once, to that person, and kept nowhere. Two hashes are made of it: one says that
/// the code is ours, under the other lies the answer. Whoever reads the database has both tables and no way from one to the other.
/// </summary>
public static class PersonalLink
{
    /// <summary>Of every code: 78 bits, so that none is found by trying hashes.</summary>
    public const int Length = 16;

    private const int Bytes = 16;

    public static string New() => Secrets.NewCode(Length);

    /// <summary>The code as it was typed or followed; null where it cannot be one.</summary>
    public static string? Read(string? typed) =>
        Secrets.Typed(typed) is { Length: Length } code ? code : null;

    public static PersonalTicketId TicketOf(string code) =>
        Id.Of<PersonalTicketId>(new Guid(HashOf("ticket", code)));

    /// <summary>The secret of the only form that this code fills in.</summary>
    public static string SecretOf(string code) => Base64Url.EncodeToString(HashOf("form", code));

    private static byte[] HashOf(string use, string code) =>
        SHA256.HashData(Encoding.ASCII.GetBytes($"{use}:{code}"))[..Bytes];
}
