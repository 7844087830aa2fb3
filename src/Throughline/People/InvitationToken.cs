using System.Buffers.Text;
using System.Security.Cryptography;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>What stands in an invitation's link: the district, so that its wall can be opened for this one reading, and a secret.</summary>
public sealed record InvitationToken(DistrictId District, byte[] Secret)
{
    private const int SecretLength = 32;

    public byte[] Hash => SHA256.HashData(Secret);

    public static InvitationToken New(DistrictId district) =>
        new(district, RandomNumberGenerator.GetBytes(SecretLength));

    public override string ToString() =>
        Base64Url.EncodeToString([.. District.Value.ToByteArray(), .. Secret]);

    public static InvitationToken? Read(string? text)
    {
        if (text is null || text.Length != 64 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length != 16 + SecretLength
            ? null
            : new InvitationToken(new DistrictId(new Guid(bytes.AsSpan(0, 16))), bytes[16..]);
    }
}
