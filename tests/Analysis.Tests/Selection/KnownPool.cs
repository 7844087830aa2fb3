using System.Globalization;
using Throughline.Analysis.Selection;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Selection;

/// <summary>A published pool beside the repository, with the probabilities that other programs found.</summary>
internal sealed record KnownPool(SelectionProblem Problem, IReadOnlyList<double> Known)
{
    public static KnownPool Read(
        string folder,
        int size,
        string pool = "respondents.csv",
        string quotas = "categories.csv"
    )
    {
        var quotaRows = Rows(folder, quotas);
        var first = Array.IndexOf(quotaRows[0], "category") is >= 0 and var at ? at : 0;
        var read = quotaRows
            .Skip(1)
            .Select(row => new Quota(row[first], row[first + 1], Whole(row[2]), Whole(row[3])))
            .ToList();
        var poolRows = Rows(folder, pool);
        var candidates = poolRows
            .Skip(1)
            .Select(
                (row, number) =>
                    new Candidate(
                        number.ToString("0000", CultureInfo.InvariantCulture),
                        read.Select(quota => quota.Category)
                            .Distinct()
                            .ToDictionary(
                                category => category,
                                category => row[Array.IndexOf(poolRows[0], category)]
                            )
                    )
            )
            .ToList();
        return new KnownPool(SelectionProblem.Of(candidates, read, size), KnownOf(folder));
    }

    private static List<double> KnownOf(string folder) =>
        File.Exists(Path.Combine(SharedData.Require("sortition", folder), "exact_leximin.csv"))
            ?
            [
                .. Rows(folder, "exact_leximin.csv")
                    .Skip(1)
                    .Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))
                    .Order(),
            ]
            : [];

    private static string[][] Rows(string folder, string file) =>
        [
            .. File.ReadAllLines(SharedData.Require("sortition", folder, file))
                .Where(line => line.Length > 0)
                .Select(line => line.Split(',').Select(cell => cell.Trim()).ToArray()),
        ];

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
