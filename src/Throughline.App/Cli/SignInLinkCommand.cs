using System.CommandLine;
using System.Text.Json;
using Throughline.App.Hosting;
using Throughline.App.Hosting.SignIn;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Cli;

/// <summary><c>throughline sign-in-link EMAIL</c>: whoever runs the server can let somebody in without a mail.</summary>
public static class SignInLinkCommand
{
    private static readonly Argument<string> Email = new("EMAIL")
    {
        Description = "The address of a person here.",
    };

    private static readonly Option<bool> AsHost = new("--host")
    {
        Description = "Makes the person where the address is new, and lets them open districts.",
    };

    public static void AddTo(RootCommand root)
    {
        var command = new Command("sign-in-link", "Prints a link that signs in once.")
        {
            Email,
            AsHost,
        };
        command.SetAction(Run);
        root.Add(command);
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var installation = new Installation(parsed.GetValue(CommandLine.Data)!);
        await using var services = new ServiceCollection()
            .AddThroughline(installation.OpenStorage())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => Installation.OpenLanguages())
            .BuildServiceProvider();
        await services.GetRequiredService<IStorage>().Migrate(cancel);
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<MakeSignInLink>()
            .Do(
                new MakeSignInLink.Input(parsed.GetValue(Email)!, parsed.GetValue(AsHost)),
                Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime),
                cancel
            );
        if (outcome is not Outcome<MakeSignInLink.Link>.Done done)
        {
            var texts = services.GetRequiredService<LanguageFiles>().In(LanguageFiles.Default);
            foreach (
                var refusal in (outcome as Outcome<MakeSignInLink.Link>.Refused)?.Refusals ?? []
            )
            {
                await Console.Error.WriteLineAsync(texts[refusal.Sentence]);
            }

            return 1;
        }

        var site =
            Site.Clean(Environment.GetEnvironmentVariable(Site.Variable))
            ?? WebHostOptions.DefaultUrl;
        await Print(site + done.Value.Path, done.Value.Expires, parsed.GetValue(CommandLine.Json));
        return 0;
    }

    private static Task Print(string link, DateTime expires, bool asJson) =>
        Console.Out.WriteLineAsync(
            asJson
                ? JsonSerializer.Serialize(
                    new { link, expires = expires.ToString("yyyy-MM-ddTHH:mm:ssZ") }
                )
                : $"{link}\nIt signs in once, until {expires:u}."
        );
}
