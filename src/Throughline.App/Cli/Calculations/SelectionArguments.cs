using System.CommandLine;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary>What every command about a pool is given.</summary>
public static class SelectionArguments
{
    public static readonly Option<string?> Pool = new("--pool")
    {
        Description = "CSV with a row for each candidate and a column for each category.",
    };

    public static readonly Option<string?> Quotas = new("--quotas")
    {
        Description = "CSV with category, feature, min, max.",
    };

    public static readonly Option<int> Size = new("--size") { Description = "How many to choose." };

    private static readonly Option<string[]> Must = new("--must")
    {
        Description = "An id that every panel has; may be given again.",
    };

    private static readonly Option<string[]> Apart = new("--apart")
    {
        Description = "Ids between commas, of which a panel has one at most; may be given again.",
    };

    private static readonly Option<string?> Earlier = new("--earlier")
    {
        Description =
            "CSV with id, outcome: “served” is left out, each “passed-over” adds one to the weight.",
    };

    /// <summary>Ids between commas, as an option of a command about one panel.</summary>
    public static Option<string> Ids(string name, string description) =>
        new(name) { Description = description, Required = true };

    public static string[] Split(string ids) =>
        ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Pool, Quotas, Size, Must, Apart, Earlier })
        {
            command.Add(option);
        }
    }

    /// <summary>Runs a command about a pool; where no panel exists, it ends with the smallest changes that would let one exist.</summary>
    public static Task<int> Run(
        ParseResult parsed,
        Func<Output, SelectionProblem, Task<int>> work,
        CancellationToken cancel
    ) =>
        Output.Run(
            parsed,
            async output =>
            {
                if (Missing(parsed) is { } missing)
                {
                    await Console.Error.WriteLineAsync(missing);
                    return Output.WrongUsage;
                }

                var problem = Read(parsed, cancel);
                try
                {
                    return await work(output, problem);
                }
                catch (NoPanelException none)
                {
                    return await Relax(output, problem, none.Message, cancel);
                }
                catch (OperationCanceledException)
                {
                    return output.Refuse(
                        "It was stopped before anything was found. Nothing was written."
                    );
                }
            }
        );

    private static async Task<int> Relax(
        Output output,
        SelectionProblem problem,
        string sentence,
        CancellationToken cancel
    )
    {
        var found = await Task.Run(
            () => QuotaRepair.Find(problem, cancel: cancel),
            CancellationToken.None
        );
        await Console.Error.WriteLineAsync(sentence);
        return output.Finish(
            new
            {
                ok = false,
                problems = new[] { sentence },
                relaxations = found.Select(one => new
                {
                    sentence = one.Sentence,
                    changes = one.Changes,
                }),
            },
            found.Count == 0
                ? "No change of the quotas alone would help: the must-have rules leave no room."
                : "Any one of these would let a panel exist, the smallest change first:\n"
                    + string.Join('\n', found.Select(one => "  " + one.Sentence)),
            Output.Refused
        );
    }

    /// <summary>Which of the three is missing, as a sentence; they are not required by the parser because subcommands do without.</summary>
    private static string? Missing(ParseResult parsed) =>
        parsed.GetValue(Pool) is null ? "Option '--pool' is required."
        : parsed.GetValue(Quotas) is null ? "Option '--quotas' is required."
        : parsed.GetValue(Size) == 0 ? "Option '--size' is required."
        : null;

    private static SelectionProblem Read(ParseResult parsed, CancellationToken cancel)
    {
        var quotas = SelectionFiles.ReadQuotas(parsed.GetValue(Quotas)!, cancel);
        var pool = SelectionFiles.ReadPool(parsed.GetValue(Pool)!, quotas, cancel);
        if (parsed.GetValue(Earlier) is { } earlier)
        {
            pool = SelectionFiles.Respecting(pool, earlier, cancel);
        }

        var rules = new SelectionRules(
            parsed.GetValue(Must) ?? [],
            [.. (parsed.GetValue(Apart) ?? []).Select(Split)]
        );
        return SelectionProblem.Of(pool, quotas, parsed.GetValue(Size), rules);
    }
}
