using System.Security.Cryptography;
using System.Text;

namespace Throughline.People;

/// <summary>Secrets are 256 random bits, told once and stored as their hash.</summary>
public static class Secrets
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
