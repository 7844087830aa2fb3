using Throughline.Data;

namespace Throughline.App.Hosting;

/// <summary>What has to be true before the first request: a database with today's schema, and a role that the walls hold.</summary>
public static class Startup
{
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        var storage = services.GetRequiredService<IStorage>();
        await storage.Migrate(cancel);
        await storage.MakeSureItMayServe(cancel);
    }
}
