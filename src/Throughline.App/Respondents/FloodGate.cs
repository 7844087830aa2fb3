using System.Net;
using System.Threading.RateLimiting;
using Throughline.App.Hosting.SignIn;

namespace Throughline.App.Respondents;

/// <summary>
/// Slows one network that sends pages faster than people write, and lets everybody else through meanwhile. A school, or a whole
/// district, often stands behind one address: a thousand students who write at once stay far below the limit. Networks are remembered for
/// as long as it takes, and written down nowhere.
/// </summary>
public sealed class FloodGate(FloodGate.Limits limits) : IAsyncDisposable
{
    /// <param name="AtOnce">So many pages pass without waiting.</param>
    /// <param name="PerSecond">So many more each second.</param>
    /// <param name="Waiting">So many wait their turn; beyond them a page is sent back with what was typed on it.</param>
    public sealed record Limits(int AtOnce = 2_000, int PerSecond = 100, int Waiting = 500);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly PartitionedRateLimiter<string> networks = PartitionedRateLimiter.Create<
        string,
        string
    >(network =>
        network.Length == 0
            ? RateLimitPartition.GetNoLimiter(network)
            : RateLimitPartition.GetTokenBucketLimiter(
                network,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.AtOnce,
                    TokensPerPeriod = Math.Max(1, (int)(limits.PerSecond * Step.TotalSeconds)),
                    ReplenishmentPeriod = Step,
                    QueueLimit = limits.Waiting,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }
            )
    );

    /// <summary>Waits its turn; not acquired where too many wait already.</summary>
    public ValueTask<RateLimitLease> Pass(HttpContext http) =>
        networks.AcquireAsync(
            NetworkOf(http.Connection.RemoteIpAddress),
            permitCount: 1,
            http.RequestAborted
        );

    public ValueTask DisposeAsync() => networks.DisposeAsync();

    /// <summary>Empty for this machine itself: a proxy that does not say for whom it asks must not stand for everybody.</summary>
    private static string NetworkOf(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address) ? "" : Door.NetworkOf(address);
}
