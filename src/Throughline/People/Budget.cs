using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.People;

/// <summary>How often something may be tried: <paramref name="AtOnce"/> times in a row, then once per <paramref name="Each"/>.</summary>
public sealed record Budget(string Name, TimeSpan Each, int AtOnce)
{
    /// <summary>Five at once and one every three minutes: at most ten in any fifteen minutes.</summary>
    public static readonly Budget CodesTyped = new("typed", TimeSpan.FromMinutes(3), 5);

    public static readonly Budget MailsAsked = new("asked", TimeSpan.FromMinutes(5), 3);

    /// <summary>A whole room of people signs in behind one address of a school.</summary>
    public static readonly Budget FromOneNetwork = new("network", TimeSpan.FromSeconds(9), 60);

    /// <summary>Takes one try; answers how long to wait where there is none left, and then takes nothing.</summary>
    public async Task<TimeSpan?> Take(
        ThroughlineDb db,
        string of,
        DateTime now,
        CancellationToken cancel
    )
    {
        var bucket = Secrets.HashOf($"{Name}:{of}");
        var used = await db.Set<SignInBudget>()
            .FirstOrDefaultAsync(row => row.Bucket == bucket, cancel);
        if (used is null)
        {
            used = new SignInBudget { Bucket = bucket, UsedUpTo = now };
            db.Add(used);
        }

        var after = (used.UsedUpTo < now ? now : used.UsedUpTo) + Each;
        var wait = after - now - (Each * AtOnce);
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        used.UsedUpTo = after;
        used.Version++;
        return null;
    }
}

/// <summary>Where a request comes from, as far as budgets go.</summary>
/// <param name="Network">The IP address; of IPv6 the first 64 bits.</param>
public sealed record Caller(string Network, KnownDevice? Known = null, string? Device = null)
{
    /// <summary>A browser that signed in with this address before has a budget of its own: strangers cannot use it up.</summary>
    public string BucketOf(string addressHash) =>
        Known?.AddressHash == addressHash ? addressHash + Known.Secret : addressHash;
}

/// <summary>What a browser remembers of its last sign-in, sealed by the server.</summary>
public sealed record KnownDevice(string AddressHash, string Secret);
