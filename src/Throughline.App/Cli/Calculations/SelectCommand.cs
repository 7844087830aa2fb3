using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Throughline.Analysis.Selection;
using Throughline.Kernel.Tables;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline select --pool P --quotas Q --size K</c>: a fair lottery over the panels that meet every quota.</summary>
public static class SelectCommand
{
    private static readonly Option<SelectionMethod> Method = new("--method")
    {
        Description = "leximin (the default), maximin, goldilocks or balanced.",
    };

    private static readonly Option<string> Seed = new("--seed")
    {
        Description =
            "What the draw is made from: announce beforehand where it will come from, so that nobody can choose it.",
        DefaultValueFactory = _ => "1",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Writes id,probability.",
    };

    private static readonly Option<string?> Panels = new("--panels")
    {
        Description = "Writes the thousand panels of the public lottery.",
    };

    private static readonly Option<string?> CertificateFile = new("--certificate")
    {
        Description = "Writes the proof, which select verify checks.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Writes the page for those who decide.",
    };

    private static readonly Option<int> ReserveList = new("--reserve")
    {
        Description =
            "How many reserves to name; a quarter of the size, ten at most, where it is not given.",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Stops after so many seconds with the best found and its gap.",
    };

    public static void AddTo(RootCommand root)
    {
        var command = new Command(
            "select",
            "Chooses a cohort by a fair lottery that keeps every quota."
        )
        {
            Method,
            Seed,
            Out,
            Panels,
            CertificateFile,
            Report,
            ReserveList,
            Limit,
        };
        SelectionArguments.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                SelectionArguments.Run(
                    parsed,
                    (output, problem) => Select(parsed, output, problem, cancel),
                    cancel
                )
        );
        SelectVerifyCommand.AddTo(command);
        SelectCohortsCommand.AddTo(command);
        SelectSwapCommand.AddTo(command);
        SelectReplaceCommand.AddTo(command);
        root.Add(command);
    }

    private static async Task<int> Select(
        ParseResult parsed,
        Output output,
        SelectionProblem problem,
        CancellationToken cancel
    )
    {
        var clock = Stopwatch.StartNew();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (parsed.GetValue(Limit) is > 0 and var seconds)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        // On a thread of its own, so that this one goes on listening for Ctrl-C.
        var result = await Task.Run(
            () =>
                CohortSelection.Select(
                    problem,
                    parsed.GetValue(Method),
                    new SelectionTicker(output),
                    stop.Token
                ),
            CancellationToken.None
        );
        var lottery = PublicLottery.Of(problem, result.Mixture);
        var seed = parsed.GetValue(Seed)!;
        var number = PublicLottery.Draw(seed);
        await Write(parsed.GetValue(Out), () => Probabilities(result));
        await Write(parsed.GetValue(Panels), () => PanelLines(lottery));
        await Write(parsed.GetValue(CertificateFile), () => result.Certificate?.ToJson());
        var panel = lottery.Panels[number];
        var reserves = Replacement.Reserves(
            problem,
            panel,
            parsed.GetValue(ReserveList) is > 0 and var asked
                ? asked
                : Math.Min(10, (problem.Size + 3) / 4),
            seed
        );
        var reasons = Reasons.Of(result, CancellationToken.None);
        await Write(
            parsed.GetValue(Report),
            () =>
                new SelectionReport(
                    result,
                    lottery,
                    seed,
                    reserves,
                    reasons,
                    SelectionFiles.ReadNames(parsed.GetValue(SelectionArguments.Pool)!, cancel)
                ).Html()
        );
        var spread = result.Spread;
        return output.Finish(
            new
            {
                method = result.Method,
                size = problem.Size,
                candidates = problem.Candidates,
                types = problem.Types.Count,
                min = spread.Min,
                max = spread.Max,
                gini = spread.Gini,
                geometricMean = spread.GeometricMean,
                proved = result.Proved,
                gap = result.Gap,
                seed,
                number,
                panel,
                reserves,
                chances = problem.Ids.Select(id => new
                {
                    id,
                    probability = result.ProbabilityOf(id),
                    kind = reasons[problem.TypeOf(id)].Kind,
                    selected = panel.Contains(id),
                    reason = reasons[problem.TypeOf(id)].Sentence,
                }),
                panelsSha256 = lottery.Hash,
                elapsedMs = clock.ElapsedMilliseconds,
            },
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {problem.Size} of {problem.Candidates}: chances from {spread.Min:P2} to {spread.Max:P2}, Gini {spread.Gini:F4}, geometric mean {spread.GeometricMean:P2}. {(
                    result.Proved
                        ? "Proved."
                        : $"Not proved: stopped with a gap of {result.Gap:P2}."
                )}
                Seed “{seed}” draws panel {number:000} of 1000: {string.Join(
                    ", ",
                    lottery.Panels[number]
                )}
                Reserves: {string.Join(", ", reserves.Select(reserve => reserve.Id))}
                SHA-256 of the thousand panels: {lottery.Hash}
                """
            )
        );
    }

    private static async Task Write(string? file, Func<string?> text)
    {
        if (file is not null && text() is { } content)
        {
            await File.WriteAllTextAsync(Path.GetFullPath(file), content);
        }
    }

    private static string Probabilities(SelectionResult result) =>
        CsvText.Text(
            result
                .Problem.Ids.Select(id =>
                    new[]
                    {
                        id,
                        result
                            .ProbabilityOf(id)
                            .ToString("0.############", CultureInfo.InvariantCulture),
                    }
                )
                .Prepend(["id", "probability"])
        );

    private static string PanelLines(PublicLottery lottery) =>
        CsvText.Text(
            lottery
                .Panels.Select(
                    (panel, number) =>
                        panel.Prepend(number.ToString("000", CultureInfo.InvariantCulture))
                )
                .Prepend(
                    Enumerable
                        .Range(1, lottery.Panels[0].Count)
                        .Select(seat =>
                            string.Create(CultureInfo.InvariantCulture, $"member{seat}")
                        )
                        .Prepend("panel")
                )
        );
}
