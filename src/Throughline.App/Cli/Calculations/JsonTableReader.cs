using System.Text.Json;
using Throughline.Analysis;
using Throughline.Analysis.Disclosure;

namespace Throughline.App.Cli.Calculations;

/// <summary>Reads the object of a <see cref="JsonTableFile"/>; every complaint names the file and the place in it.</summary>
internal sealed class JsonTableReader
{
    private const int MostCells = 500_000;
    private readonly string file;
    private readonly JsonElement root;
    private readonly Dictionary<string, Protection> asked = new(StringComparer.Ordinal);

    public JsonTableReader(string file, JsonElement root)
    {
        this.file = file;
        this.root = root;
        Total =
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("total_label", out var label)
            && label.ValueKind == JsonValueKind.String
                ? label.GetString()!
                : "Total";
    }

    public string Total { get; }

    public IReadOnlyList<string> Dimensions { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Categories { get; private set; } = [];

    public CountTable Read()
    {
        var dimensions = Property("dims", JsonValueKind.Object).EnumerateObject().ToList();
        Dimensions = [.. dimensions.Select(dimension => dimension.Name)];
        Categories =
        [
            .. dimensions.Select(dimension => Texts(dimension.Value, $"dims.{dimension.Name}")),
        ];
        if (Dimensions.Count == 0 || Categories.Any(list => list.Count == 0))
        {
            throw Refused("dims", "every table has a dimension, every dimension a category");
        }

        for (var dimension = 0; dimension < Dimensions.Count; dimension++)
        {
            var twice = Categories[dimension]
                .GroupBy(one => one, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1);
            if (twice is not null)
            {
                throw Refused($"dims.{Dimensions[dimension]}", $"“{twice.Key}” stands there twice");
            }
        }

        ReadPrimary();
        var cells = root.TryGetProperty("cells", out _)
            ?
            [
                .. Cells("cells", allowTotals: true)
                    .Select(one => Cell(one.At, one.Count, one.Place)),
            ]
            : WithTotals();
        var unknown = asked
            .Keys.Except(cells.Select(cell => Key(cell.At)), StringComparer.Ordinal)
            .ToList();
        return unknown.Count == 0
            ? new(file, Dimensions, cells)
            : throw Refused("primary", $"there is no cell {unknown[0]}");
    }

    /// <summary>Every cell of the cross of all categories and totals; inner cells that the file leaves out count nobody.</summary>
    private List<TableCell> WithTotals()
    {
        var cross = Categories.Aggregate(
            1L,
            (cells, list) => Math.Min(cells * (list.Count + 1), int.MaxValue)
        );
        if (cross > MostCells)
        {
            throw Refused(
                "dims",
                $"the table would have {cross:N0} cells, {MostCells:N0} are the most"
            );
        }

        List<IReadOnlyList<string?>> places =
        [
            [],
        ];
        foreach (var list in Categories)
        {
            places =
            [
                .. places.SelectMany(place =>
                    list.Append(null).Select(one => (IReadOnlyList<string?>)[.. place, one])
                ),
            ];
        }

        var sums = places.ToDictionary(Key, _ => 0L, StringComparer.Ordinal);
        var where = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, count, place) in Cells("inner", allowTotals: false))
        {
            if (count is null)
            {
                throw new InputRefusedException(
                    $"{place}: an inner count is missing, so no total can be formed."
                );
            }

            if (!where.TryAdd(Key(at), place))
            {
                throw new InputRefusedException(
                    $"{place}: the cell {Key(at)} stands at {where[Key(at)]} already."
                );
            }

            for (var totals = 0; totals < 1 << at.Count; totals++)
            {
                sums[
                    Key([
                        .. at.Select(
                            (one, dimension) => (totals >> dimension & 1) == 1 ? null : one
                        ),
                    ])
                ] += count.Value;
            }
        }

        return places.ConvertAll(at =>
            Cell(at, sums[Key(at)], where.GetValueOrDefault(Key(at), $"{file}, cell {Key(at)}"))
        );
    }

    private TableCell Cell(IReadOnlyList<string?> at, long? count, string place) =>
        new(at, count, place)
        {
            Asked = asked.TryGetValue(Key(at), out var protection) ? protection : null,
        };

    private IEnumerable<(IReadOnlyList<string?> At, long? Count, string Place)> Cells(
        string list,
        bool allowTotals
    )
    {
        var number = 0;
        foreach (var one in Property(list, JsonValueKind.Array).EnumerateArray())
        {
            var place = $"{list}[{number++}]";
            if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("cell", out var at))
            {
                throw Refused(place, "“cell” is missing");
            }

            yield return (At(at, place, allowTotals), Count(one, place), $"{file}, {place}");
        }
    }

    private List<string?> At(JsonElement at, string place, bool allowTotals)
    {
        var texts = Texts(at, place);
        if (texts.Count != Dimensions.Count)
        {
            throw Refused(
                place,
                $"the cell has {texts.Count} categories, the table {Dimensions.Count} dimensions"
            );
        }

        for (var dimension = 0; dimension < texts.Count; dimension++)
        {
            if (
                !Categories[dimension].Contains(texts[dimension], StringComparer.Ordinal)
                && !(allowTotals && texts[dimension] == Total)
            )
            {
                throw Refused(
                    place,
                    $"“{texts[dimension]}” is no category of {Dimensions[dimension]}"
                );
            }
        }

        return texts.ConvertAll(text => text == Total ? null : text);
    }

    private long? Count(JsonElement cell, string place)
    {
        if (!cell.TryGetProperty("count", out var count))
        {
            throw Refused(place, "“count” is missing");
        }

        if (count.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text =
            count.ValueKind == JsonValueKind.String ? count.GetString()! : count.GetRawText();
        return CountMark.Read(text.Trim(), out var reason) is { } mark
            ? mark.Count
            : throw Refused($"{place}.count", reason);
    }

    private void ReadPrimary()
    {
        if (
            !root.TryGetProperty("primary", out var primary)
            || primary.ValueKind != JsonValueKind.Array
        )
        {
            return;
        }

        var number = 0;
        foreach (var one in primary.EnumerateArray())
        {
            var key = Key(At(one, $"primary[{number++}]", allowTotals: true));
            asked[key] = new(Level("lower_protection", key), Level("upper_protection", key), 0);
        }
    }

    private long Level(string name, string key)
    {
        if (
            !root.TryGetProperty(name, out var levels) || !levels.TryGetProperty(key, out var level)
        )
        {
            return 1;
        }

        return
            level.ValueKind == JsonValueKind.Number
            && level.TryGetInt64(out var whole)
            && whole >= 0
            ? whole
            : throw Refused($"{name}.{key}", "a whole number of at least 0 is expected");
    }

    private string Key(IReadOnlyList<string?> at) =>
        string.Join('|', at.Select(one => one ?? Total));

    private JsonElement Property(string name, JsonValueKind kind) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(name, out var value)
        && value.ValueKind == kind
            ? value
            : throw Refused(name, $"a JSON {kind.ToString().ToLowerInvariant()} is expected");

    private List<string> Texts(JsonElement list, string place) =>
        list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(one => one.GetString()!)]
            : throw Refused(place, "a list of texts is expected");

    private InputRefusedException Refused(string place, string reason) =>
        new($"{file}, {place}: {reason}.");
}
