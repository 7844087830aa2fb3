using System.Text.Json;
using Throughline.Analysis.Opinion;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Opinion;

/// <summary>A published conversation with the results that an independent program computed.</summary>
sealed class KnownConversation
{
    private KnownConversation(VoteTable table, JsonElement expected)
    {
        (Table, Expected) = (table, expected);
    }

    public VoteTable Table { get; }

    public JsonElement Expected { get; }

    public static KnownConversation Load(string name)
    {
        var folder = SharedData.Require("polis", name);
        using var json = JsonDocument.Parse(
            File.ReadAllText(SharedData.Require("polis", "expected", $"{name}.json"))
        );
        var expected = json.RootElement.Clone();
        List<Vote> votes = [];
        foreach (var line in File.ReadLines(Path.Combine(folder, "votes.csv")).Skip(1))
        {
            var cells = line.Split(',');
            votes.Add(new Vote(Whole(cells[^2]), Whole(cells[^3]), (sbyte)Whole(cells[^1])));
        }

        return new KnownConversation(
            VoteTable.Of(
                votes,
                expected.GetProperty("statement_ids").EnumerateArray().Select(id => id.GetInt32()),
                expected
                    .GetProperty("moderated_out")
                    .EnumerateArray()
                    .Select(id => id.GetInt32())
                    .ToHashSet()
            ),
            expected
        );
    }

    public double[] Reals(string name) =>
        [.. Expected.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    public double ByStatement(string name, int statement) =>
        Expected.GetProperty(name).GetProperty($"{statement}").GetDouble();

    private static int Whole(string text) =>
        int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
