using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Calculations;

/// <summary><c>throughline select</c> as a script calls it.</summary>
public sealed class SelectCommandTests : IDisposable
{
    private const string Pool =
        "id,region,size\na,north,small\nb,north,large\nc,south,small\nd,south,large\n";
    private const string Quotas =
        "category,feature,min,max\nregion,north,1,1\nregion,south,1,1\nsize,small,1,2\nsize,large,0,1\n";

    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-select-")
        .FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_lottery_is_drawn_twice_alike_its_proof_holds_and_its_page_names_everybody()
    {
        string[] files =
        [
            "--certificate",
            At("c.json"),
            "--report",
            At("r.html"),
            "--seed",
            "2026-11-26",
        ];
        var first = await Select(Pool, Quotas, files);
        Assert.Equal((0, ""), (first.Exit, first.Errors));
        var json = JsonDocument.Parse(first.Text).RootElement;
        Assert.True(json.GetProperty("proved").GetBoolean());
        // Four panels of one from each region with a small one in it; each district has the same chance in the fairest lottery.
        Assert.All(
            json.GetProperty("chances").EnumerateArray(),
            chance => Assert.Equal(0.5, chance.GetProperty("probability").GetDouble(), 1e-9)
        );
        var again = JsonDocument.Parse((await Select(Pool, Quotas, files)).Text).RootElement;
        Assert.Equal(
            json.GetProperty("panel").ToString() + json.GetProperty("panelsSha256"),
            again.GetProperty("panel").ToString() + again.GetProperty("panelsSha256")
        );
        var page = await File.ReadAllTextAsync(At("r.html"));
        Assert.All(["a", "b", "c", "d"], id => Assert.Contains($">{id}<", page));

        var holds = await ChildProgram.Command([
            "select",
            "verify",
            At("c.json"),
            "--pool",
            At("pool.csv"),
            "--quotas",
            At("quotas.csv"),
        ]);
        Assert.Equal(0, holds.Exit);
        Assert.StartsWith("It holds", holds.Text, StringComparison.Ordinal);
        // Of other files it proves nothing.
        await File.WriteAllTextAsync(
            At("pool.csv"),
            Pool.Replace("d,south", "e,south", StringComparison.Ordinal)
        );
        var other = await ChildProgram.Command([
            "select",
            "verify",
            At("c.json"),
            "--pool",
            At("pool.csv"),
            "--quotas",
            At("quotas.csv"),
        ]);
        Assert.NotEqual(0, other.Exit);
    }

    [Fact]
    public async Task Where_no_panel_meets_the_quotas_the_smallest_changes_are_named()
    {
        var answer = await Select(
            Pool,
            "category,feature,min,max\nregion,north,2,2\nregion,south,1,2\nsize,small,0,2\nsize,large,0,2\n"
        );
        Assert.Equal(1, answer.Exit);
        Assert.Contains("No panel meets every quota and rule.", answer.Errors);
        Assert.Equal(
            [
                "ask for at least 1 instead of 2 of “region = north”.",
                "ask for at least 0 instead of 1 of “region = south”.",
            ],
            JsonDocument
                .Parse(answer.Text)
                .RootElement.GetProperty("relaxations")
                .EnumerateArray()
                .Select(one => one.GetProperty("sentence").GetString())
        );
    }

    [Theory]
    [InlineData(
        "d,south,large",
        "d,east,large",
        "",
        "",
        "pool.csv, row 5, region: “east” has no quota in region; known are north, south."
    )]
    [InlineData("d,south", "a,south", "", "", "pool.csv, row 5, id: “a” stands in row 2 already.")]
    [InlineData(
        "",
        "",
        "size,large,0,1",
        "zone,a,0,1",
        "pool.csv, row 1: there is no column “zone”. It has: id, region, size."
    )]
    [InlineData("", "", "north,1,1", "north,-1,1", "quotas.csv, row 2, min: -1 is below 0.")]
    [InlineData(
        "",
        "",
        "north,1,1",
        "north,\"1,5\",1",
        "quotas.csv, row 2, min: “1,5” is no whole number."
    )]
    [InlineData(
        "",
        "",
        "north,1,1",
        "north,NaN,1",
        "quotas.csv, row 2, min: “NaN” is no whole number."
    )]
    [InlineData(
        "",
        "",
        "north,1,1",
        "north,2,1",
        "quotas.csv, row 2, max: 1 is below the least, 2."
    )]
    public async Task Bad_input_is_refused_with_its_place(
        string inPool,
        string pool,
        string inQuotas,
        string quotas,
        string sentence
    )
    {
        var answer = await Select(Changed(Pool, inPool, pool), Changed(Quotas, inQuotas, quotas));
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_swapped_and_a_place_is_filled_anew()
    {
        await Write();
        var swap = await ChildProgram.Command([
            "select",
            "swap",
            .. Problem,
            "--panel",
            "a,c",
            "--leaves",
            "a",
            "--comes",
            "d",
            "--json",
        ]);
        Assert.Equal(
            ["region = north", "region = south"],
            JsonDocument
                .Parse(swap.Text)
                .RootElement.GetProperty("broken")
                .EnumerateArray()
                .Select(row => row.GetProperty("row").GetString())
        );
        var replaced = await ChildProgram.Command([
            "select",
            "replace",
            .. Problem,
            "--panel",
            "a,d",
            "--withdrawn",
            "d",
            "--json",
        ]);
        Assert.Equal(
            """["a","c"]""",
            JsonDocument.Parse(replaced.Text).RootElement.GetProperty("panel").ToString()
        );
        Assert.Equal(
            """[]""",
            JsonDocument.Parse(replaced.Text).RootElement.GetProperty("leaves").ToString()
        );
    }

    private string[] Problem =>
        ["--pool", At("pool.csv"), "--quotas", At("quotas.csv"), "--size", "2"];

    private async Task<Answered> Select(string pool, string quotas, params string[] more)
    {
        await Write(pool, quotas);
        return await ChildProgram.Command(["select", .. Problem, "--json", .. more]);
    }

    private async Task Write(string pool = Pool, string quotas = Quotas)
    {
        await File.WriteAllTextAsync(At("pool.csv"), pool);
        await File.WriteAllTextAsync(At("quotas.csv"), quotas);
    }

    private static string Changed(string text, string from, string to) =>
        from.Length == 0 ? text : text.Replace(from, to, StringComparison.Ordinal);

    private string At(string name) => Path.Combine(folder, name);
}
