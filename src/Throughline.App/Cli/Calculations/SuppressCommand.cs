using System.CommandLine;
using System.Diagnostics;
using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline suppress --table t.csv --out published.csv</c>: hides what would name a child.</summary>
public static class SuppressCommand
{
    private static readonly Option<string[]> Tables = new("--table")
    {
        Description =
            "A table with all its counts, CSV or JSON. Several tables are protected together.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> History = new("--history")
    {
        Description = "Tables that were published before, as they were published.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Out = new("--out")
    {
        Description = "The file to write, one for each table.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<long?> Threshold = new("--threshold")
    {
        Description = "The smallest count that is shown (10).",
    };

    private static readonly Option<double?> Dominance = new("--dominance")
    {
        Description =
            "Also hide counts of which the largest contribution is more than this share (0.75); the table has a column “largest”.",
    };

    private static readonly Option<double?> Prior = new("--prior")
    {
        Description =
            "Also hide counts whose second largest contributor could estimate the largest to within this share (0.1).",
    };

    private static readonly Option<string> Cost = new("--cost")
    {
        Description = "What hiding a cell costs: count, logarithm or one.",
        DefaultValueFactory = _ => "count",
    };

    private static readonly Option<string?> Attacker = new("--attacker")
    {
        Description =
            "Whom it must withstand: zeros-shown (knows that a hidden count is 1 or more), counts (0 or more) or rule (knows which cells the rule hid).",
    };

    private static readonly Option<long> TotalFactor = new("--total-factor")
    {
        Description = "Hiding a total costs so many times more.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string[]> Keep = new("--keep")
    {
        Description =
            "A category that should stay visible, such as the subgroup of the equity goal: hiding it costs ten times more.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Mark = new("--mark")
    {
        Description = "What stands in a hidden cell.",
        DefaultValueFactory = _ => "*",
    };

    private static readonly Option<double> Effort = new("--effort")
    {
        Description =
            "How much work may go into proving that nothing less would do, in seconds or so; the answer is the same on every machine.",
        DefaultValueFactory = _ => 60,
    };

    private static readonly Option<bool> AcceptLess = new("--accept-less")
    {
        Description =
            "Where no pattern gives a small count as much room as the rule asks for, take the room there is (never less than three counts) instead of refusing.",
    };

    static SuppressCommand()
    {
        Cost.AcceptOnlyFromAmong("count", "logarithm", "one");
        Attacker.AcceptOnlyFromAmong("counts", "zeros-shown", "rule");
    }

    public static void AddTo(RootCommand root)
    {
        var command = new Command(
            "suppress",
            "Hides small counts in tables, and as little else as keeps them from being worked out."
        )
        {
            Tables,
            History,
            Out,
            Threshold,
            Dominance,
            Prior,
            Cost,
            Attacker,
            TotalFactor,
            Keep,
            TableOptions.Total,
            TableOptions.Overlapping,
            TableOptions.Regrouped,
            Mark,
            Effort,
            AcceptLess,
        };
        command.SetAction(
            (parsed, cancel) =>
                Output.Run(
                    parsed,
                    // On a thread of its own, so that this one goes on listening for Ctrl-C.
                    output =>
                        Task.Run(() => Suppress(parsed, output, cancel), CancellationToken.None)
                )
        );
        root.Add(command);
    }

    private static int Suppress(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var words = TableOptions.Words(parsed);
        var targets = parsed.GetValue(Out)!;
        var mark = parsed.GetValue(Mark)!;
        if (targets.Length != parsed.GetValue(Tables)!.Length)
        {
            return output.Refuse(
                $"There are {parsed.GetValue(Tables)!.Length} tables and {targets.Length} files to write: name one --out for each --table."
            );
        }

        foreach (var target in targets)
        {
            if (!System.IO.Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target))))
            {
                return output.Refuse($"{target}: there is no such folder to write into.");
            }
        }

        if (CountMark.Read(mark, out _) is not { Count: null })
        {
            return output.Refuse(
                $"“{mark}” is no mark of suppression that readers know: use *, s, - or ‡."
            );
        }

        try
        {
            using var work = new LongWork(output);
            var files = TableOptions.Read(
                parsed.GetValue(Tables)!,
                words with
                {
                    Codes = true,
                },
                work,
                cancel
            );
            var history = TableOptions.Read(parsed.GetValue(History) ?? [], words, work, cancel);
            work.Stands("Looking for the cheapest cells to hide …");
            var found = TableSuppression.Protect(
                [.. files.Select(file => file.Table)],
                [.. history.Select(file => file.Table)],
                Policy(parsed, files),
                parsed.GetValue(Effort),
                new SuppressionSteps(work),
                cancel
            );
            TableFile.WriteAll(
                [
                    .. files
                        .Zip(targets, found.Hidden)
                        .Select(one => (one.First, one.Second, one.Third)),
                ],
                mark
            );
            var report = SuppressionReport.Of(
                found,
                cancel.IsCancellationRequested,
                Stopwatch.GetElapsedTime(start)
            );
            work.Dispose();
            return output.Finish(report, report.Sentence(targets));
        }
        catch (OperationCanceledException)
        {
            return output.Refuse(
                "It was stopped before any cells were found that protect the table. Nothing was written."
            );
        }
    }

    private static SuppressionPolicy Policy(ParseResult parsed, List<TableFile> files)
    {
        var named = files.Exists(file => file.NamesPrimary);
        var rules = new List<PrimaryRule>();
        if (!named || parsed.GetValue(Threshold) is not null)
        {
            rules.Add(new ThresholdRule(parsed.GetValue(Threshold) ?? 10));
        }

        if (files.Exists(file => file.HoldsRates))
        {
            rules.Add(new RateRule());
        }

        if (parsed.GetValue(Dominance) is { } dominance)
        {
            rules.Add(new DominanceRule(1, dominance));
        }

        if (parsed.GetValue(Prior) is { } prior)
        {
            rules.Add(new PriorRule(prior));
        }

        return new()
        {
            Rules = rules,
            Cost = Enum.Parse<CostChoice>(parsed.GetValue(Cost)!, ignoreCase: true),
            Attacker = parsed.GetValue(Attacker) switch
            {
                "counts" => AttackerView.Counts,
                "rule" => AttackerView.Rule,
                "zeros-shown" => AttackerView.ZerosShown,
                // A file that names its own primary cells says nothing of zeros.
                _ => named ? AttackerView.Counts : AttackerView.ZerosShown,
            },
            HidesZeros = named && parsed.GetValue(Attacker) is null or "counts",
            AcceptsLess = parsed.GetValue(AcceptLess),
            TotalFactor = Math.Max(1, parsed.GetValue(TotalFactor)),
            Factors = (parsed.GetValue(Keep) ?? [])
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(one => one, _ => 10L, StringComparer.Ordinal),
        };
    }
}
