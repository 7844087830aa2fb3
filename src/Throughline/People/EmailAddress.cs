using System.Text.RegularExpressions;

namespace Throughline.People;

/// <summary>What passes for an e-mail address here: one that a mail server can be asked about, and nothing that could end a header.</summary>
public static partial class EmailAddress
{
    public const int MaxLength = 254;

    public static bool TryRead(string? typed, out string address)
    {
        address = (typed ?? "").Length > MaxLength * 2 ? "" : (typed ?? "").Trim();
        return address.Length is > 2 and <= MaxLength && Form().IsMatch(address);
    }

    [GeneratedRegex(
        @"^[^\s@<>""(),:;\[\]\\\p{C}]{1,64}@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Form();
}
