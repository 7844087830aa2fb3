using System.CommandLine;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline select replace</c>: the panel after withdrawals, with as few changes as can be.</summary>
public static class SelectReplaceCommand
{
    private static readonly Option<string> Panel = SelectionArguments.Ids(
        "--panel",
        "The panel's ids, between commas."
    );

    private static readonly Option<string> Withdrawn = SelectionArguments.Ids(
        "--withdrawn",
        "Who withdrew, between commas."
    );

    private static readonly Option<string> Seed = new("--seed")
    {
        Description = "What is drawn from where several can come.",
        DefaultValueFactory = _ => "1",
    };

    public static void AddTo(Command select)
    {
        var command = new Command(
            "replace",
            "Fills the places of those who withdrew and keeps every quota and as many of the others as can be."
        )
        {
            Panel,
            Withdrawn,
            Seed,
        };
        SelectionArguments.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                SelectionArguments.Run(
                    parsed,
                    async (output, problem) =>
                    {
                        var replaced = await Task.Run(
                            () =>
                                Replacement.After(
                                    problem,
                                    SelectionArguments.Split(parsed.GetValue(Panel)!),
                                    SelectionArguments.Split(parsed.GetValue(Withdrawn)!),
                                    parsed.GetValue(Seed)!,
                                    cancel
                                ),
                            CancellationToken.None
                        );
                        return output.Finish(
                            new
                            {
                                panel = replaced.Panel,
                                comes = replaced.Comes,
                                leaves = replaced.Leaves,
                            },
                            $"Comes: {string.Join(", ", replaced.Comes)}."
                                + (
                                    replaced.Leaves.Count == 0
                                        ? " Everybody else stays."
                                        : $" The quotas leave no other way: {string.Join(", ", replaced.Leaves)} must leave too."
                                )
                        );
                    },
                    cancel
                )
        );
        select.Add(command);
    }
}
