using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Training;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline schedule</c>: which sessions to hold and who goes where, at the least cost.</summary>
public static class ScheduleCommand
{
    private static readonly Option<string> Instance = new("--instance")
    {
        Description = "The file to solve.",
        Required = true,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "How the file is written: orlib, holmberg, gap or teams.",
        DefaultValueFactory = _ => "orlib",
    };

    private static readonly Option<bool> Whole = new("--whole")
    {
        Description = "Customers of an orlib file go to one site each instead of being split.",
    };

    private static readonly Option<bool> Maximize = new("--maximize")
    {
        Description = "The costs of a gap file are gains.",
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "How long to search; after it, the best plan with its gap.",
        DefaultValueFactory = _ => 60,
    };

    public static void AddTo(RootCommand root)
    {
        Format.AcceptOnlyFromAmong("orlib", "holmberg", "gap", "teams");
        Seconds.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and <= 86_400))
            {
                result.AddError("--seconds: above 0 and at most 86400.");
            }
        });
        var schedule = new Command(
            "schedule",
            "Which sessions to hold and who goes where, at the least cost, with a proof or a gap."
        )
        {
            Instance,
            Format,
            Whole,
            Maximize,
            Seconds,
        };
        schedule.SetAction(
            (parsed, cancel) =>
                Output.Run(parsed, output => Task.FromResult(Run(parsed, output, cancel)))
        );
        root.Add(schedule);
    }

    private static int Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var limit = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        var format = parsed.GetValue(Format)!;
        var path = parsed.GetValue(Instance)!;
        if (format == "teams")
        {
            return TeamsReport.Finish(output, TeamsFile.Read(path), limit, clock, cancel);
        }

        var maximize = format == "gap" && parsed.GetValue(Maximize);
        var (problem, note) = FacilityFile.Read(path, format, parsed.GetValue(Whole), maximize);
        if (note is not null)
        {
            output.Note(note);
        }

        try
        {
            var answer = FacilityLocation.Solve(
                problem,
                limit,
                (cost, bound) =>
                    output.Say(
                        string.Create(CultureInfo.InvariantCulture, $"cost {cost}, bound {bound}")
                    ),
                cancel
            );
            var sign = maximize ? -1 : 1;
            return output.Finish(
                new
                {
                    cost = sign * answer.Cost,
                    bound = sign * answer.Bound,
                    proved = answer.Proved,
                    gap = answer.Gap,
                    open = answer.Open.Select(site => site + 1),
                    notes = note is null ? (string[])[] : [note],
                    elapsedMs = clock.ElapsedMilliseconds,
                },
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(answer.Proved ? "The least" : "The best found")} cost is {sign * answer.Cost}{(answer.Proved ? "" : $" (nothing below {sign * answer.Bound} is possible)")}, with {answer.Open.Count} of {problem.Sites} sites open: {string.Join(", ", answer.Open.Select(site => site + 1))}."
                )
            );
        }
        catch (TimeoutException)
        {
            return output.Refuse(
                $"No plan was found in {limit.TotalSeconds:0.#} seconds. Give it more with --seconds."
            );
        }
    }
}
