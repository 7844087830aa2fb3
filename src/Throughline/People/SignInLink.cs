using Throughline.Kernel;

namespace Throughline.People;

/// <summary>
/// One way in, spent once: a link, and where it went by mail also a code for the browser that asked. A row is written for unknown
/// addresses too, so that asking takes the same work whether somebody is known here or not.
/// </summary>
public sealed class SignInLink
{
    public static readonly TimeSpan LastsByMail = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan LastsFromServer = TimeSpan.FromHours(1);

    /// <summary>Hash of the secret in the link.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of the secret that the asking browser holds; null where no code was made.</summary>
    public string? AttemptId { get; init; }

    public string? CodeHash { get; init; }

    /// <summary>Whose it is, as <see cref="Person.KeyOf"/>; null for an address that nobody here has.</summary>
    public string? AddressKey { get; init; }

    /// <summary>Hash of the address, known or not, for the budget of tries.</summary>
    public required string AddressHash { get; init; }

    /// <summary>The local path to go on to.</summary>
    public string? Next { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? SpentAt { get; private set; }

    public bool IsOpen(DateTime now) => SpentAt is null && now < ExpiresAt;

    public bool TrySpend(DateTime now)
    {
        if (!IsOpen(now))
        {
            return false;
        }

        SpentAt = now;
        return true;
    }
}

/// <summary>The printed link with which the first person opens a new installation.</summary>
public sealed class SetUpLink
{
    public required string Id { get; init; }

    public required DateTime MadeAt { get; init; }

    public DateTime? SpentAt { get; set; }
}

/// <summary>
/// How much of its tries something has used up. Each try uses a share of time, which comes back as time passes: after a burst one
/// waits minutes, never an hour, and in no quarter of an hour are there more tries than stated.
/// </summary>
public sealed class SignInBudget
{
    public required string Bucket { get; init; }

    public required DateTime UsedUpTo { get; set; }

    public int Version { get; set; }
}
