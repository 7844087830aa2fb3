using Throughline.App.Hosting.SignIn;
using Throughline.Data;
using Throughline.Directory;
using Throughline.Directory.Reading;
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
        await ListDirectory(services, cancel);
    }

    /// <summary>
    /// The directory that comes with the product, where none was imported yet: in one transaction, so that a start that was cut
    /// short leaves none of it and the next one brings it all.
    /// </summary>
    private static async Task ListDirectory(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DirectoryQueries>().IsEmpty(cancel))
        {
            return;
        }

        var readings = new List<DirectoryReading>();
        foreach (
            var path in System.IO.Directory.EnumerateFiles(
                Path.Combine(Installation.Content, "directory"),
                "*.csv"
            )
        )
        {
            using var file = DirectoryFile.Open(path);
            readings.Add(file.Read(cancel: cancel));
        }

        var when = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await scope
            .ServiceProvider.GetRequiredService<ImportDirectory>()
            .Do(readings, Doing.ByServer(when), cancel);
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
            ?? Site.Clean(urls?.Split(';')[0])
            ?? WebHostOptions.DefaultUrl;
        var link = site + path.Value;
        await output.WriteLineAsync(
            "Nobody is here yet. Open this link, once, to set up Throughline:"
        );
        await output.WriteLineAsync(link);
        return link;
    }
}
