using Throughline.Analysis;

namespace Throughline.App.Cli.Calculations;

/// <summary>People of each group, and those whose group nobody knows.</summary>
public sealed record HeardCounts(Dictionary<string, long> ByGroup, long Unknown);

/// <summary>The two files that a comparison of those heard with the population reads.</summary>
public static class HeardFiles
{
    private static readonly string[] UnknownNames = ["", "unknown", "NA", "?", "prefer not to say"];

    /// <summary>By attribute (empty where the file has none) and group: its people. Groups keep the file's order.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, long>> Population(
        string path,
        CancellationToken cancel
    )
    {
        using var table = InputTable.Open(path, "group", "population");
        Dictionary<string, Dictionary<string, long>> attributes = new(StringComparer.Ordinal);
        foreach (var row in table.Rows(cancel))
        {
            var attribute = table.Has("attribute") ? row.Name("attribute") : "";
            attributes.TryAdd(attribute, new(StringComparer.Ordinal));
            var group = row.Name("group");
            if (!attributes[attribute].TryAdd(group, row.Whole("population")))
            {
                throw row.Refused("group", $"“{group}” stands there twice");
            }
        }

        return attributes.Count > 0
            ? attributes
            : throw new InputRefusedException($"{table.File}: there is no group in it.");
    }

    public static IReadOnlyDictionary<string, HeardCounts> Responses(
        string path,
        IReadOnlyDictionary<string, Dictionary<string, long>> population,
        CancellationToken cancel
    )
    {
        using var table = InputTable.Open(path);
        var heard = population.ToDictionary(
            attribute => attribute.Key,
            _ => new HeardCounts(new(StringComparer.Ordinal), 0),
            StringComparer.Ordinal
        );
        var counted = table.Has("respondents");
        if (!counted)
        {
            foreach (var attribute in population.Keys)
            {
                table.Require(Column(attribute));
            }
        }

        foreach (var row in table.Rows(cancel))
        {
            if (counted)
            {
                var attribute = table.Has("attribute") ? row.Name("attribute") : "";
                if (!population.ContainsKey(attribute))
                {
                    throw row.Refused(
                        "attribute",
                        $"the population's file does not know “{attribute}”"
                    );
                }

                Add(heard, population, attribute, row, "group", row.Whole("respondents"));
            }
            else
            {
                foreach (var attribute in population.Keys)
                {
                    Add(heard, population, attribute, row, Column(attribute), 1);
                }
            }
        }

        return heard;
    }

    private static string Column(string attribute) => attribute.Length == 0 ? "group" : attribute;

    private static void Add(
        Dictionary<string, HeardCounts> heard,
        IReadOnlyDictionary<string, Dictionary<string, long>> population,
        string attribute,
        InputRow row,
        string column,
        long people
    )
    {
        var group = row.Text(column);
        var counts = heard[attribute];
        if (
            UnknownNames.Contains(group, StringComparer.OrdinalIgnoreCase)
            && !population[attribute].ContainsKey(group)
        )
        {
            heard[attribute] = counts with { Unknown = counts.Unknown + people };
            return;
        }

        if (!population[attribute].ContainsKey(group))
        {
            throw row.Refused(
                column,
                $"the population's file does not know “{group}”; leave the cell blank where the group is unknown"
            );
        }

        counts.ByGroup[group] = counts.ByGroup.GetValueOrDefault(group) + people;
    }
}
