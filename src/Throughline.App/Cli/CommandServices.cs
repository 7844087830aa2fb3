using System.CommandLine;
using Throughline.App.Hosting;
using Throughline.App.Hosting.Documents;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.App.Cli;

/// <summary>The use cases, for a command: the same as the pages call, over the same database, without a web server.</summary>
public sealed class CommandServices : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CommandServices(ServiceProvider services) => this.services = services;

    public static Doing Doing => Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<CommandServices> Open(ParseResult parsed, CancellationToken cancel)
    {
        var installation = new Installation(parsed.GetValue(CommandLine.Data)!);
        var services = new ServiceCollection()
            .AddSingleton(installation)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => Installation.OpenLanguages())
            .AddSingleton(new ContentFolder(Installation.Content))
            .AddSingleton(_ => PrintStyle.OfThisProgram())
            .AddSingleton(_ => PdfPrinter.Find())
            .AddSingleton<PlanFiles>()
            .AddThroughline(installation.OpenStorage())
            .BuildServiceProvider();
        await services.GetRequiredService<IStorage>().Migrate(cancel);
        return new CommandServices(services);
    }

    /// <summary>A scope of its own, as one request has.</summary>
    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
