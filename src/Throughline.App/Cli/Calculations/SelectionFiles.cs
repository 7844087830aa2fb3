using System.Globalization;
using Throughline.Analysis;
using Throughline.Analysis.Selection;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// Reads a pool and its quotas. Quotas have the columns category, feature, min, max, or feature, value, min, max. The pool has a column
/// for every category; who is in it is named by a column id, code or one that ends in _id, else by the row's number.
/// </summary>
public static class SelectionFiles
{
    private const int LargestQuota = 1_000_000;

    public static IReadOnlyList<Quota> ReadQuotas(string path, CancellationToken cancel)
    {
        using var table = InputTable.Open(path, "min", "max");
        var (category, feature) = table.Has("category")
            ? ("category", "feature")
            : ("feature", "value");
        table.Require(category);
        table.Require(feature);
        var seen = new Dictionary<(string, string), int>();
        var quotas = new List<Quota>();
        foreach (var row in table.Rows(cancel))
        {
            var quota = new Quota(
                row.Name(category),
                row.Name(feature),
                Bound(row, "min"),
                Bound(row, "max")
            );
            if (quota.Max < quota.Min)
            {
                throw row.Refused("max", $"{quota.Max} is below the least, {quota.Min}");
            }

            if (!seen.TryAdd((quota.Category, quota.Feature), row.Number))
            {
                throw row.Refused(
                    feature,
                    $"{quota.Category} = “{quota.Feature}” stands in row {seen[(quota.Category, quota.Feature)]} already"
                );
            }

            quotas.Add(quota);
        }

        return quotas.Count > 0
            ? quotas
            : throw new InputRefusedException(
                $"{table.File}, row 2: there is no quota in it. Give at least one category."
            );
    }

    /// <summary>
    /// What became of earlier applications: columns id and outcome, a row each. Who was “served” is left out now; each “passed-over”
    /// adds one to the weight. Ids that do not apply now are passed over.
    /// </summary>
    public static IReadOnlyList<Candidate> Respecting(
        IReadOnlyList<Candidate> pool,
        string path,
        CancellationToken cancel
    )
    {
        using var table = InputTable.Open(path, "id", "outcome");
        var served = new HashSet<string>(StringComparer.Ordinal);
        var passedOver = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows(cancel))
        {
            var id = row.Name("id");
            switch (row.Name("outcome"))
            {
                case "served":
                    served.Add(id);
                    break;
                case "passed-over":
                    passedOver[id] = passedOver.GetValueOrDefault(id) + 1;
                    break;
                default:
                    throw row.Refused(
                        "outcome",
                        $"“{row.Text("outcome")}” is neither served nor passed-over"
                    );
            }
        }

        return
        [
            .. pool.Where(candidate => !served.Contains(candidate.Id))
                .Select(candidate =>
                    candidate with
                    {
                        Weight = candidate.Weight + passedOver.GetValueOrDefault(candidate.Id),
                    }
                ),
        ];
    }

    /// <summary>What the pool's column district or name calls each id; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, string> ReadNames(
        string path,
        CancellationToken cancel
    )
    {
        using var table = InputTable.Open(path);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var column = table.Has("district") ? "district" : "name";
        if (IdColumn(table) is { } ids && table.Has(column))
        {
            foreach (var row in table.Rows(cancel))
            {
                names[row.Text(ids)] = row.Text(column);
            }
        }

        return names;
    }

    public static IReadOnlyList<Candidate> ReadPool(
        string path,
        IReadOnlyList<Quota> quotas,
        CancellationToken cancel
    )
    {
        var categories = quotas
            .GroupBy(quota => quota.Category, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(quota => quota.Feature).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        using var table = InputTable.Open(path, [.. categories.Keys]);
        var ids = IdColumn(table);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var pool = new List<Candidate>();
        foreach (var row in table.Rows(cancel))
        {
            var id = ids is null
                ? row.Number.ToString(CultureInfo.InvariantCulture)
                : row.Name(ids);
            if (!seen.TryAdd(id, row.Number))
            {
                throw row.Refused(ids!, $"“{id}” stands in row {seen[id]} already");
            }

            var features = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (category, known) in categories)
            {
                features[category] = row.Name(category);
                if (!known.Contains(features[category]))
                {
                    throw row.Refused(
                        category,
                        $"“{features[category]}” has no quota in {category}; known are {string.Join(", ", known.Order(StringComparer.Ordinal).Take(12))}"
                    );
                }
            }

            pool.Add(new Candidate(id, features));
        }

        return pool;
    }

    private static int Bound(InputRow row, string column)
    {
        var value = row.Whole(column);
        return value <= LargestQuota
            ? (int)value
            : throw row.Refused(column, $"{value} is above {LargestQuota}");
    }

    private static string? IdColumn(InputTable table) =>
        table.Has("id") ? "id"
        : table.Has("code") ? "code"
        : table.Columns.FirstOrDefault(column =>
            column.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        );
}
