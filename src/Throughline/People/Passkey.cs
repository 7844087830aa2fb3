using Throughline.Kernel;

namespace Throughline.People;

/// <summary>A key that a device or a password keeper holds for a person; here stands only its public half.</summary>
public sealed class Passkey
{
    /// <summary>The credential's id, base64url.</summary>
    public required string Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public required DateTime AddedAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>Counts up with each use where the device counts; a lower number tells of a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>Comma-separated: <c>internal,hybrid</c>.</summary>
    public string Transports { get; init; } = "";

    public bool IsUserVerified { get; init; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }
}

/// <summary>What a passkey is asked to sign, kept here until it answers, once.</summary>
public sealed class PasskeyChallenge
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Hash of the secret in the browser's cookie.</summary>
    public required string Id { get; init; }

    public required string State { get; init; }

    public required DateTime ExpiresAt { get; init; }
}

/// <summary>An account at an identity provider that signs in a person here.</summary>
public sealed class ExternalLogin
{
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTime AddedAt { get; init; }
}
