using System.CommandLine;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary><c>throughline audit-table published.csv…</c>: plays the attacker on published tables.</summary>
public static class AuditTableCommand
{
    private static readonly Argument<string[]> Files = new("published")
    {
        Description =
            "Everything that was published, of one year or many: it is attacked together.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<long> Threshold = new("--threshold")
    {
        Description = "Below it a count is small.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<long> Width = new("--width")
    {
        Description =
            "A small count that can be narrowed to a range less wide than this is opened.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<bool> ZerosShown = new("--zeros-shown")
    {
        Description = "The attacker knows that zeros are never hidden.",
    };

    private static readonly Option<bool> All = new("--ranges")
    {
        Description = "Also list the range of every hidden cell.",
    };

    public static void AddTo(RootCommand root)
    {
        var command = new Command(
            "audit-table",
            "Finds what can be worked out of the hidden cells of published tables."
        )
        {
            Files,
            Threshold,
            Width,
            ZerosShown,
            All,
            TableOptions.Total,
            TableOptions.Overlapping,
            TableOptions.Regrouped,
        };
        command.SetAction(
            (parsed, cancel) =>
                Output.Run(
                    parsed,
                    // On a thread of its own, so that this one goes on listening for Ctrl-C.
                    output => Task.Run(() => Audit(parsed, output, cancel), CancellationToken.None)
                )
        );
        root.Add(command);
    }

    private static int Audit(ParseResult parsed, Output output, CancellationToken cancel)
    {
        try
        {
            using var work = new LongWork(output);
            var files = TableOptions.Read(
                parsed.GetValue(Files)!,
                TableOptions.Words(parsed),
                work,
                cancel
            );
            var tables = LinkedTables.Of([.. files.Select(file => file.Table)]);
            var attacker = new AttackerKnowledge(
                parsed.GetValue(ZerosShown) ? 1 : 0,
                parsed.GetValue(Threshold),
                parsed.GetValue(Width)
            );
            var all = parsed.GetValue(All);
            var found = TableAudit.Run(tables, attacker, all, new AuditSteps(work), cancel);
            var report = AuditReport.Of(files, tables, attacker, found, all);
            work.Dispose();
            return output.Finish(
                report,
                report.Sentence(),
                report.Complete ? Output.Done : Output.Refused
            );
        }
        catch (OperationCanceledException)
        {
            return output.Refuse("It was stopped before anything was found.");
        }
    }
}
