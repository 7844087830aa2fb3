using System.Text.Json;
using Throughline.Analysis.Disclosure;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Disclosure;

/// <summary>A table with known answers from the shared data, totals added.</summary>
public sealed record SharedInstance(
    CountTable Table,
    double Cost,
    IReadOnlyList<IReadOnlyList<string?>> Secondary,
    IReadOnlyDictionary<string, (double Low, double High)> PrimaryOnly,
    IReadOnlyDictionary<string, (double Low, double High)> WithSecondary
)
{
    public static TheoryData<string> Names =>
        [
            "hard_2d_12x7",
            "hard_2d_8x6",
            "hard_3d_5x5x2",
            "rand_2d_20x8",
            "rand_2d_6x5",
            "rand_2d_8x6",
            "rand_3d_4x5x2",
            "sdctable_microdata1",
            "sdctable_problemdata",
            "tauargus_batch_ex1",
        ];

    public static SharedInstance Read(string name)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(SharedData.Require("csp", name + ".json"))
        );
        var root = file.RootElement;
        var dimensions = root.GetProperty("dims").EnumerateObject().ToList();
        var total = root.GetProperty("total_label").GetString();
        var (lower, upper) = (
            root.GetProperty("lower_protection"),
            root.GetProperty("upper_protection")
        );
        var inner = root.GetProperty("inner")
            .EnumerateArray()
            .ToDictionary(
                one => string.Join('|', Texts(one.GetProperty("cell"))),
                one => one.GetProperty("count").GetInt64(),
                StringComparer.Ordinal
            );
        List<IReadOnlyList<string?>> places =
        [
            [],
        ];
        foreach (var dimension in dimensions)
        {
            places =
            [
                .. places.SelectMany(place =>
                    Texts(dimension.Value)
                        .Append(null)
                        .Select(category => (IReadOnlyList<string?>)[.. place, category])
                ),
            ];
        }

        return new(
            new(
                name,
                [.. dimensions.Select(dimension => dimension.Name)],
                [.. places.Select(place => Cell(place, inner, lower, upper, total!))]
            ),
            root.GetProperty("optimal_secondary_cost").GetDouble(),
            [
                .. root.GetProperty("one_optimal_secondary")
                    .EnumerateArray()
                    .Select(one => Texts(one).Select(text => text == total ? null : text).ToList()),
            ],
            Ranges(root.GetProperty("audit_primary_only")),
            Ranges(root.GetProperty("audit_with_secondary"))
        );
    }

    /// <summary>The key of a cell in the file.</summary>
    public static string Key(TableCell cell) =>
        string.Join('|', cell.At.Select(category => category ?? "T"));

    /// <summary>The table with some of its cells hidden.</summary>
    public CountTable Published(Func<TableCell, bool> hides) =>
        Table with
        {
            Cells =
            [
                .. Table.Cells.Select(cell => hides(cell) ? cell with { Count = null } : cell),
            ],
        };

    private static TableCell Cell(
        IReadOnlyList<string?> place,
        Dictionary<string, long> inner,
        JsonElement lower,
        JsonElement upper,
        string total
    )
    {
        var count = inner
            .Where(one =>
                one.Key.Split('|')
                    .Zip(place)
                    .All(pair => pair.Second is null || pair.First == pair.Second)
            )
            .Sum(one => one.Value);
        var key = string.Join('|', place.Select(category => category ?? total));
        return new(place, count, $"cell {key}")
        {
            Asked = lower.TryGetProperty(key, out var down)
                ? new Protection(down.GetInt64(), upper.GetProperty(key).GetInt64(), 0)
                : null,
        };
    }

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(one => one.GetString()!);

    private static Dictionary<string, (double, double)> Ranges(JsonElement ranges) =>
        ranges
            .EnumerateObject()
            .ToDictionary(
                one => one.Name,
                one => (one.Value[0].GetDouble(), one.Value[1].GetDouble()),
                StringComparer.Ordinal
            );
}
