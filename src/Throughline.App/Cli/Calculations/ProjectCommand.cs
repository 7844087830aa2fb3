using System.CommandLine;
using System.Diagnostics;
using Throughline.Analysis.Projection;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline project</c>: the enrollment of every district years ahead.</summary>
public static class ProjectCommand
{
    private static readonly Option<string> Enrollment = BacktestCommand.EnrollmentOption();

    private static readonly Option<int> Years = new("--years")
    {
        Description = "How many years ahead, 1 to 20.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write: one row a district, year and measure.",
        Required = true,
    };

    public static void AddTo(RootCommand root)
    {
        var project = new Command(
            "project",
            "Enrollment by district years ahead, with intervals that were tested on the past."
        )
        {
            Enrollment,
            Years,
            Out,
        };
        Years.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 20)
            {
                result.AddError("--years: 1 to 20 are possible.");
            }
        });
        BacktestCommand.AddTo(project);
        project.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Run(parsed, output, cancel))
        );
        root.Add(project);
    }

    private static async Task<int> Run(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var enrollment = EnrollmentFile.Read(parsed.GetValue(Enrollment)!, cancel);
        output.Say(
            $"{enrollment.History.Districts.Count:N0} districts, {enrollment.History.Years} school years"
        );
        var errors = ForecastErrors.In(enrollment.History, cancel);
        var projection = enrollment.Naming(() =>
            EnrollmentProjection.Of(errors, parsed.GetValue(Years))
        );
        var file = Path.GetFullPath(parsed.GetValue(Out)!);
        var districts = await ProjectionFile.Write(file, enrollment, projection, cancel);
        var test =
            enrollment.History.Years >= BackTest.LeastRatios + 2
                ? BackTest.Of(errors, cancel: cancel)
                : null;
        return output.Finish(
            new
            {
                districts,
                years = projection.Years,
                runs = 0,
                coverage80 = BacktestCommand.ByHorizon(test, line => line.Coverage80),
                meanAbsolutePercentError = BacktestCommand.ByHorizon(
                    test,
                    line => line.MeanAbsolutePercentError
                ),
                file,
                elapsedMs = clock.ElapsedMilliseconds,
            },
            $"{districts:N0} districts projected {projection.Years} years ahead into {file}."
        );
    }
}
