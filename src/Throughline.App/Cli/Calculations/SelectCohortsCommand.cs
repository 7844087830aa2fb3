using System.CommandLine;
using System.Globalization;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline select cohorts</c>: several balanced cohorts side by side.</summary>
public static class SelectCohortsCommand
{
    private static readonly Option<int> Count = new("--count")
    {
        Description = "How many cohorts.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<string> Seed = new("--seed")
    {
        Description = "What ties are drawn from.",
        DefaultValueFactory = _ => "1",
    };

    public static void AddTo(Command select)
    {
        var command = new Command(
            "cohorts",
            "Puts several cohorts side by side, each as near to the pool's make-up as the quotas let it be."
        )
        {
            Count,
            Seed,
        };
        SelectionArguments.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                SelectionArguments.Run(
                    parsed,
                    async (output, problem) =>
                    {
                        var cohorts = await Task.Run(
                            () =>
                                BalancedCohorts.SideBySide(
                                    problem,
                                    parsed.GetValue(Count),
                                    parsed.GetValue(Seed)!,
                                    cancel
                                ),
                            CancellationToken.None
                        );
                        return Show(output, problem, cohorts);
                    },
                    cancel
                )
        );
        select.Add(command);
    }

    private static int Show(
        Output output,
        SelectionProblem problem,
        IReadOnlyList<BalancedCohort> cohorts
    ) =>
        output.Finish(
            new
            {
                cohorts = cohorts.Select(cohort => new
                {
                    distance = cohort.Distance,
                    members = cohort.Members,
                    rows = PanelCheck.Counts(problem, cohort.Members),
                }),
            },
            string.Join(
                '\n',
                cohorts.Select(
                    (cohort, at) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{at + 1}. {string.Join(", ", cohort.Members)} ({cohort.Distance:F2} seats from the pool's shares)"
                        )
                )
            )
        );
}
