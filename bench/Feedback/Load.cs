using System.Diagnostics;

namespace Throughline.Bench.Feedback;

/// <summary>What so many clients, each with its own connection, had done when the time was over.</summary>
sealed record Load(long Count, double PerSecond, double P50, double P99, double CpuMs)
{
    private const int Clients = 32;

    public static async Task<Load> Of(Product product, TimeSpan lasts, Func<Visits, Task> once)
    {
        var cpu = product.Cpu;
        var begin = Stopwatch.GetTimestamp();
        var clients = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        using var client = new Visits(product.Address);
                        while (Stopwatch.GetElapsedTime(begin) < lasts)
                        {
                            await once(client);
                        }

                        return client;
                    })
                )
        );
        var took = Stopwatch.GetElapsedTime(begin);
        var count = clients.Sum(client => client.Done);
        var times = clients.SelectMany(client => client.Times).Order().ToArray();
        return new Load(
            count,
            count / took.TotalSeconds,
            times[times.Length / 2],
            times[(int)(times.Length * 0.99)],
            (product.Cpu - cpu).TotalMilliseconds / count
        );
    }
}
