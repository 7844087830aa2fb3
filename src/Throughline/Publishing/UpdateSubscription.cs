using Throughline.Kernel;

namespace Throughline.Publishing;

public readonly record struct UpdateSubscriptionId(Guid Value) : IId<UpdateSubscriptionId>
{
    public static UpdateSubscriptionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>
/// Somebody who wants to hear when the next version is there, and has said so twice. Not a thing of the history: the address stands in
/// this row alone and goes with it.
/// </summary>
public sealed class UpdateSubscription : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required UpdateSubscriptionId Id { get; init; }

    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    public required string Language { get; set; }

    public required DateTime ConfirmedAt { get; init; }

    /// <summary>Stands in the link that ends it, with each mail; it opens nothing else.</summary>
    public required string Secret { get; init; }

    /// <summary>The last version that this address was told of.</summary>
    public int ToldOf { get; private set; }

    /// <summary>False where it was told of this one already.</summary>
    public bool Tell(int version)
    {
        if (version <= ToldOf)
        {
            return false;
        }

        ToldOf = version;
        return true;
    }
}

/// <summary>
/// Asked for and not confirmed yet. Not a row of the district's history, since anybody can type any address; gone after a day.
/// </summary>
public sealed class SubscriptionRequest
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>The hash of the secret in the link.</summary>
    public required string Id { get; init; }

    public required DistrictId District { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
