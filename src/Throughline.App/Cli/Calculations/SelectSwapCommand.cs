using System.CommandLine;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline select swap</c>: what breaks if one leaves a cohort and another comes.</summary>
public static class SelectSwapCommand
{
    private static readonly Option<string> Panel = SelectionArguments.Ids(
        "--panel",
        "The cohort's ids, between commas."
    );

    private static readonly Option<string> Leaves = SelectionArguments.Ids(
        "--leaves",
        "Who leaves."
    );
    private static readonly Option<string> Comes = SelectionArguments.Ids("--comes", "Who comes.");

    public static void AddTo(Command select)
    {
        var command = new Command(
            "swap",
            "Says which quotas break if one leaves and another comes."
        )
        {
            Panel,
            Leaves,
            Comes,
        };
        SelectionArguments.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                SelectionArguments.Run(
                    parsed,
                    (output, problem) => Task.FromResult(Swap(parsed, output, problem)),
                    cancel
                )
        );
        select.Add(command);
    }

    private static int Swap(ParseResult parsed, Output output, SelectionProblem problem)
    {
        var panel = SelectionArguments.Split(parsed.GetValue(Panel)!);
        var (leaves, comes) = (parsed.GetValue(Leaves)!, parsed.GetValue(Comes)!);
        if (!panel.Contains(leaves))
        {
            return output.Refuse($"“{leaves}” is not in the cohort.");
        }

        var broken = PanelCheck.Swap(problem, panel, leaves, comes);
        return output.Finish(
            new
            {
                ok = broken.Count == 0,
                leaves,
                comes,
                broken,
            },
            broken.Count == 0
                ? $"Nothing breaks: {comes} can come for {leaves}."
                : string.Join(
                    '\n',
                    broken.Select(row =>
                        $"“{row.Row}” would have {row.Count}; {row.Min} to {row.Max} are asked."
                    )
                )
        );
    }
}
