using System.CommandLine;
using System.Diagnostics;
using Throughline.Analysis;
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

    private static readonly Option<string?> Courses = new("--courses")
    {
        Description =
            "Who completes a course today: year,code,grade11_12,cs_students_est. With it, or with levers, the way to the target is simulated.",
    };

    private static readonly Option<string?> Retention = new("--retention")
    {
        Description = "Teachers who stay: year,code,teachers,retained.",
    };

    private static readonly Option<string?> Levers = new("--levers")
    {
        Description = "What is to be done, a JSON file; its members stand in the library's README.",
    };

    private static readonly Option<double> Target = new("--target")
    {
        Description = "The share of graduates to reach.",
        DefaultValueFactory = _ => 0.3,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The same seed gives the same answer.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> District = new("--district")
    {
        Description =
            "The code of a district for which the smallest plan and the worth of each lever are found.",
    };

    public static void AddTo(RootCommand root)
    {
        var project = new Command(
            "project",
            "Enrollment by district years ahead, with intervals that were tested on the past."
        )
        {
            Enrollment,
            Courses,
            Retention,
            Levers,
            Target,
            Years,
            Seed,
            District,
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
        var pathway = Simulate(parsed, projection, output, cancel);
        var asked = Asked(parsed, projection, pathway, cancel);
        var file = Path.GetFullPath(parsed.GetValue(Out)!);
        var districts = await ProjectionFile.Write(file, enrollment, projection, pathway, cancel);
        var test =
            enrollment.History.Years >= BackTest.LeastRatios + 2
                ? BackTest.Of(errors, cancel: cancel)
                : null;
        var report = new
        {
            districts,
            years = projection.Years,
            runs = pathway?.Question.Runs ?? 0,
            coverage80 = BacktestCommand.ByHorizon(test, line => line.Coverage80),
            meanAbsolutePercentError = BacktestCommand.ByHorizon(
                test,
                line => line.MeanAbsolutePercentError
            ),
            target = pathway?.Question.Target,
            competent = pathway is null ? null
            : pathway.Levers.Pass is null ? "taken"
            : "met",
            together = pathway is null ? null : PathwayReport.Together(projection, pathway),
            smallestPlan = asked?.Plan,
            tornado = asked?.Tornado,
            file,
            elapsedMs = clock.ElapsedMilliseconds,
        };
        return output.Finish(
            report,
            $"{districts:N0} districts projected {projection.Years} years ahead into {file}."
                + PathwayReport.Sentences(projection, pathway, asked?.Plan)
        );
    }

    private static PathwayCalculation? Simulate(
        ParseResult parsed,
        EnrollmentProjection projection,
        Output output,
        CancellationToken cancel
    )
    {
        var (courses, retention, levers) = (
            parsed.GetValue(Courses),
            parsed.GetValue(Retention),
            parsed.GetValue(Levers)
        );
        if (courses is null && levers is null)
        {
            return null;
        }

        var given = levers is null ? new LeversFile() : LeversFile.Read(levers);
        var pathway = new PathwayCalculation(
            projection,
            given,
            courses is null
                ? new Dictionary<string, CourseFigures>(StringComparer.Ordinal)
                : CourseFigures.Read(courses, cancel),
            retention is null
                ? new Dictionary<string, Chance>(StringComparer.Ordinal)
                : CourseFigures.ReadRetention(retention, cancel),
            new PathwayQuestion(
                parsed.GetValue(Target),
                given.Runs,
                unchecked((ulong)parsed.GetValue(Seed))
            )
        );
        pathway.Run(
            done =>
            {
                if (done % 50 == 0)
                {
                    output.Say($"{done:N0} districts simulated");
                }
            },
            cancel
        );
        return pathway;
    }

    private static (SmallestPlan Plan, IReadOnlyList<TornadoBar> Tornado)? Asked(
        ParseResult parsed,
        EnrollmentProjection projection,
        PathwayCalculation? pathway,
        CancellationToken cancel
    )
    {
        if (parsed.GetValue(District) is not { } code)
        {
            return null;
        }

        if (pathway is null)
        {
            throw new InputRefusedException(
                "--district asks for a plan: --courses or --levers must say what it starts from."
            );
        }

        var district = projection.History.Districts.ToList().IndexOf(code);
        return district < 0
            ? throw new InputRefusedException(
                $"--district: there is no district {code} in the file."
            )
            : pathway.Ask(district, cancel)
                ?? throw new InputRefusedException($"District {code} has no grades 9 to 12.");
    }
}
