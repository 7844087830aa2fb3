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
        };
        command.SetAction(
            (parsed, cancel) =>
                Output.Run(parsed, output => Task.FromResult(Audit(parsed, output, cancel)))
        );
        root.Add(command);
    }

    private static int Audit(ParseResult parsed, Output output, CancellationToken cancel)
    {
        var words = TableOptions.Words(parsed);
        var files = parsed
            .GetValue(Files)!
            .Select(path => TableFile.Read(path, words, cancel))
            .ToList();
        var tables = LinkedTables.Of([.. files.Select(file => file.Table)]);
        var attacker = new AttackerKnowledge(
            parsed.GetValue(ZerosShown) ? 1 : 0,
            parsed.GetValue(Threshold),
            parsed.GetValue(Width)
        );
        var all = parsed.GetValue(All);
        var ranges = all
            ? TableAudit.Ranges(tables, attacker, cancel: cancel)
            : TableAudit.Opened(tables, attacker, cancel: cancel);
        var report = AuditReport.Of(files, tables, attacker, ranges, all);
        return output.Finish(report, report.Sentence());
    }
}
