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

    private static async Task<int> Serve(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = WebHost.Build(
            new WebHostOptions(parsed.GetValue(CommandLine.Data)!, parsed.GetValue(Urls))
        );
        await Startup.Prepare(app.Services, cancel);
        await Startup.PrintSetUpLink(app.Services, parsed.GetValue(Urls), Console.Out, cancel);
        await app.RunAsync(cancel);
        return 0;
    }
}
