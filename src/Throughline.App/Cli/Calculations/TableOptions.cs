using System.CommandLine;

namespace Throughline.App.Cli.Calculations;

/// <summary>What <c>suppress</c> and <c>audit-table</c> both ask about the words of a table.</summary>
internal static class TableOptions
{
    public static readonly Option<string[]> Total = new("--total")
    {
        Description = "A word that stands for a total, beside Total, All and the like.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static readonly Option<string[]> Overlapping = new("--overlapping")
    {
        Description =
            "A dimension whose categories overlap, such as student groups: they are never summed.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static readonly Option<string[]> Regrouped = new("--regrouped")
    {
        Description =
            "A dimension whose categories differ between the files on purpose; otherwise a category that stands in one file only is refused.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static TableWords Words(ParseResult parsed) =>
        new(
            parsed.GetValue(Total) ?? [],
            parsed.GetValue(Overlapping) ?? [],
            parsed.GetValue(Regrouped) ?? []
        );

    /// <summary>The tables of some files, in their order.</summary>
    public static List<TableFile> Read(
        IEnumerable<string> paths,
        TableWords words,
        LongWork work,
        CancellationToken cancel
    )
    {
        var files = new List<TableFile>();
        foreach (var path in paths)
        {
            work.Stands($"Reading {path} …");
            files.Add(TableFile.Read(path, words, cancel));
        }

        return files;
    }
}
