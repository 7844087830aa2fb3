using Throughline.Data;

namespace Throughline.App.Hosting;

/// <summary>What has to be true before the first request: a database with today's schema.</summary>
public static class Startup
{
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<IStorage>().Migrate(cancel);
    }
}
