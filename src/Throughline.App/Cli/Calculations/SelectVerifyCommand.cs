using System.CommandLine;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline select verify c.json [--pool P --quotas Q]</c>: checks a lottery's proof without solving anything.</summary>
public static class SelectVerifyCommand
{
    private static readonly Argument<string> CertificateFile = new("certificate")
    {
        Description = "The file that select --certificate wrote.",
    };

    public static void AddTo(Command select)
    {
        var command = new Command(
            "verify",
            "Checks a certificate by itself; with --pool and --quotas also that it is about them."
        )
        {
            CertificateFile,
            SelectionArguments.Pool,
            SelectionArguments.Quotas,
        };
        command.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Verify(parsed, output, cancel))
        );
        select.Add(command);
    }

    private static async Task<int> Verify(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var certificate = Certificate.Read(
            await File.ReadAllTextAsync(parsed.GetValue(CertificateFile)!, cancel)
        );
        var findings = CertificateCheck.Of(certificate);
        var problems = findings.Problems.ToList();
        var compared = parsed.GetValue(SelectionArguments.Pool) is not null;
        if (compared && parsed.GetValue(SelectionArguments.Quotas) is { } quotaFile)
        {
            var quotas = SelectionFiles.ReadQuotas(quotaFile, cancel);
            var pool = SelectionFiles.ReadPool(
                parsed.GetValue(SelectionArguments.Pool)!,
                quotas,
                cancel
            );
            if (!certificate.IsAbout(SelectionProblem.Of(pool, quotas, certificate.Size)))
            {
                problems.Add("The certificate is about another pool or other quotas.");
            }
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return output.Finish(
            new
            {
                ok = problems.Count == 0,
                method = certificate.Method,
                panels = certificate.Panels.Count,
                levels = certificate.Levels.Count,
                cuts = certificate.Cuts.Count,
                slack = findings.Slack,
                comparedWithFiles = compared,
                problems,
            },
            problems.Count == 0
                ? $"It holds: {certificate.Panels.Count} panels, {certificate.Levels.Count} levels, {certificate.Cuts.Count} cuts; the proof leaves {findings.Slack:E1} open."
                : $"It does not hold: {problems.Count} problems.",
            problems.Count == 0 ? Output.Done : Output.Refused
        );
    }
}
