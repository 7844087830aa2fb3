using Throughline.App.Hosting.SignIn;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;

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

    /// <summary>Where nobody is here yet: the link with which the first person comes in. Answers it; null where somebody is here.</summary>
    public static async Task<string?> PrintSetUpLink(
        IServiceProvider services,
        string? urls,
        TextWriter output,
        CancellationToken cancel
    )
    {
        await using var scope = services.CreateAsyncScope();
        var when = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var made = await scope
            .ServiceProvider.GetRequiredService<MakeSetUpLink>()
            .Do(Doing.ByServer(when), cancel);
        if (made is not Outcome<string>.Done path)
        {
            return null;
        }

        var site =
            services.GetRequiredService<Site>().Configured
            ?? urls?.Split(';')[0].TrimEnd('/')
            ?? WebHostOptions.DefaultUrl;
        var link = site + path.Value;
        await output.WriteLineAsync(
            "Nobody is here yet. Open this link, once, to set up Throughline:"
        );
        await output.WriteLineAsync(link);
        return link;
    }
}
