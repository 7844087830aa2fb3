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

    /// <summary>Which of the three is missing, as a sentence; they are not required by the parser because subcommands do without.</summary>
    public static string? Missing(ParseResult parsed) =>
        parsed.GetValue(Pool) is null ? "Option '--pool' is required."
        : parsed.GetValue(Quotas) is null ? "Option '--quotas' is required."
        : parsed.GetValue(Size) == 0 ? "Option '--size' is required."
        : null;

    public static SelectionProblem Read(ParseResult parsed, CancellationToken cancel)
    {
        var quotas = SelectionFiles.ReadQuotas(parsed.GetValue(Quotas)!, cancel);
        var pool = SelectionFiles.ReadPool(parsed.GetValue(Pool)!, quotas, cancel);
        return SelectionProblem.Of(pool, quotas, parsed.GetValue(Size));
    }
}
