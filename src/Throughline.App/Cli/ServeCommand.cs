using System.CommandLine;
using Throughline.App.Hosting;

namespace Throughline.App.Cli;

/// <summary><c>throughline serve</c>, and what <c>throughline</c> does alone.</summary>
public static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where to listen, such as http://localhost:5080.",
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Urls);
        root.SetAction(Serve);
        var serve = new Command("serve", "Serves the product (the default).") { Urls };
        serve.SetAction(Serve);
        root.Add(serve);
    }

    private static Task<int> Serve(ParseResult parsed, CancellationToken cancel) =>
        Output.Run(
            parsed,
            async _ =>
            {
                var data = parsed.GetValue(CommandLine.Data)!;
                await using var app = WebHost.Build(
                    new WebHostOptions(data, parsed.GetValue(Urls))
                );
                await using var serving = ServingLock.Take(data);
                await Startup.Prepare(app.Services, cancel);
                await Startup.PrintSetUpLink(
                    app.Services,
                    parsed.GetValue(Urls),
                    Console.Out,
                    cancel
                );
                await app.RunAsync(cancel);
                return Output.Done;
            }
        );
}
