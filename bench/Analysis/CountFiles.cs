using System.Globalization;
using System.Text.Json;
using Throughline.Analysis.Disclosure;

namespace Throughline.Bench.Analysis;

/// <summary>Tables as files, protected by one command and attacked by another.</summary>
static class CountFiles
{
    /// <returns>The protecting command, and how many cells the audit opened.</returns>
    public static async Task<(Ended Protected, int Opened)> ProtectedAndAudited(
        string folder,
        IReadOnlyList<CountTable> tables,
        IReadOnlyList<string> options
    )
    {
        List<string> arguments = ["suppress", .. options];
        List<string> published = [];
        for (var index = 0; index < tables.Count; index++)
        {
            var number = index.ToString(CultureInfo.InvariantCulture);
            var given = Path.Combine(folder, $"given-{number}.csv");
            published.Add(Path.Combine(folder, $"published-{number}.csv"));
            Write(given, tables[index]);
            arguments.AddRange(["--table", given, "--out", published[^1]]);
        }

        var ended = await Product.Command([.. arguments, "--json"]);
        var audit = await Product.Command(["audit-table", .. published, "--json"]);
        using var found = JsonDocument.Parse(audit.Text);
        return (ended, found.RootElement.GetProperty("opened").GetArrayLength());
    }

    public static double Gap(Ended ended)
    {
        using var answer = JsonDocument.Parse(ended.Text);
        return answer.RootElement.GetProperty("gap").GetDouble();
    }

    static void Write(string path, CountTable table) =>
        File.WriteAllLines(
            path,
            table
                .Cells.Select(cell =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{string.Join(',', cell.At.Select(one => one ?? "Total"))},{cell.Count}"
                    )
                )
                .Prepend($"{string.Join(',', table.Dimensions)},count")
        );
}
