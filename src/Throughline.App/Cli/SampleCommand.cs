using System.CommandLine;
using System.Diagnostics;
using Throughline.App.Hosting;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Sample;

namespace Throughline.App.Cli;

/// <summary><c>throughline sample</c>: an invented district to look around in, with a link that lets its lead in.</summary>
public static class SampleCommand
{
    public static void AddTo(RootCommand root)
    {
        var command = new Command(
            "sample",
            "Makes the invented sample district, or finds the one that was made before."
        );
        command.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        root.Add(command);
    }

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await using var services = await CommandServices.Open(parsed, cancel);
        await using var scope = services.Scope();
        var doing = CommandServices.Doing;
        var outcome = await scope
            .ServiceProvider.GetRequiredService<MakeSample>()
            .Do(doing, cancel);
        if (outcome is not Outcome<MakeSample.Made>.Done { Value: var made })
        {
            return Refuse(output, services, outcome);
        }

        // A scope of its own: the sample's was in a district, and signing in belongs to none.
        await using var door = services.Scope();
        var link = await door
            .ServiceProvider.GetRequiredService<MakeSignInLink>()
            .Do(new MakeSignInLink.Input(made.Lead, Next: $"/d/{made.Slug}"), doing, cancel);
        if (link is not Outcome<MakeSignInLink.Link>.Done { Value: var opens })
        {
            return Refuse(output, services, link);
        }

        var site =
            Site.Clean(Environment.GetEnvironmentVariable(Site.Variable))
            ?? WebHostOptions.DefaultUrl;
        var signIn = site + opens.Path;
        var elapsedMs = clock.ElapsedMilliseconds;
        var found = made.IsNew
            ? "The sample district Marlow Falls is made."
            : "The sample district Marlow Falls was here already.";
        string[] feedback = [.. made.Forms.Select(code => $"{site}/f/{code}")];
        var sentence =
            $"{found}\nSign in as its lead, once, until {opens.Expires:u}: {signIn}\nIts families answer here: {string.Join(' ', feedback)}";
        return output.Finish(
            new
            {
                district = made.Slug,
                signIn,
                feedback,
                elapsedMs,
            },
            sentence
        );
    }

    private static int Refuse<T>(Output output, CommandServices services, Outcome<T> outcome)
    {
        var texts = services.Get<LanguageFiles>().In(LanguageFiles.Default);
        var refusals = (outcome as Outcome<T>.Refused)?.Refusals ?? [];
        return output.Refuse([.. refusals.Select(refusal => texts[refusal.Sentence])]);
    }
}
