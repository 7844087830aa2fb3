using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Calculations;

/// <summary><c>suppress</c> and <c>audit-table</c> as a script calls them.</summary>
public sealed class DisclosureCommandTests : IDisposable
{
    private const string Enrollment = """
        school,Asian,Black,White,Total
        Lincoln,12,3,40,55
        Marlow,30,25,61,116
        Total,42,28,101,171

        """;

    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-tables")
        .FullName;

    [Fact]
    public async Task A_table_comes_back_in_its_form_with_marks_and_cannot_be_opened()
    {
        var table = Write("t.csv", Enrollment);
        var answer = await Run("suppress", "--table", table, "--out", At("p.csv"), "--json");
        Assert.Equal(0, answer.Exit);
        var report = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(1, report.GetProperty("primary").GetInt32());
        Assert.Equal(3, report.GetProperty("secondary").GetInt32());
        Assert.Equal(67, report.GetProperty("cost").GetInt64());
        Assert.True(report.GetProperty("proved").GetBoolean());
        Assert.Equal(0, report.GetProperty("gap").GetDouble());
        Assert.Equal(
            """
            school,Asian,Black,White,Total
            Lincoln,*,*,40,55
            Marlow,*,*,61,116
            Total,42,28,101,171

            """,
            await File.ReadAllTextAsync(At("p.csv"))
        );

        var audit = await Audit(At("p.csv"));
        Assert.Equal(4, audit.GetProperty("hidden").GetInt32());
        Assert.Equal(0, audit.GetProperty("opened").GetArrayLength());
    }

    [Fact]
    public async Task A_table_with_its_small_counts_alone_hidden_is_opened()
    {
        var published = Write(
            "sdc.csv",
            """
            v1,a,b,c,d,Total
            w,*,s,,89,230
            x,‡,124,-,31,250
            y,92,*,59,*,336
            z,800,*,651,*,3127
            Total,1012,1262,779,890,3943

            """
        );
        var opened = Assert.Single(
            (await Audit(published)).GetProperty("opened").EnumerateArray().ToList()
        );
        Assert.Equal("w|b", opened.GetProperty("cell").GetString());
        Assert.Equal("sdc.csv", opened.GetProperty("table").GetString());
        Assert.Equal(47, opened.GetProperty("low").GetDouble());
        Assert.Equal(47, opened.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task Totals_that_do_not_add_up_are_refused_with_their_place_and_nothing_is_written()
    {
        var table = Write("t.csv", Enrollment.Replace("171", "172", StringComparison.Ordinal));
        var answer = await Run("suppress", "--table", table, "--out", At("p.csv"));
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith("t.csv, row 4, Total:", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("172", answer.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(At("p.csv")));
    }

    [Theory]
    [InlineData("12,3,40", "12,-3,40", "t.csv, row 2, Black: -3 is below 0")]
    [InlineData("12,3,40", "12,*,40", "t.csv, row 2, Black: the count is missing")]
    [InlineData("12,3,40", "12,‡,40", "t.csv, row 2, Black: the count is missing")]
    [InlineData("12,3,40", "12,<10,40", "t.csv, row 2, Black: the count is missing")]
    [InlineData("12,3,40", "12,,40", "t.csv, row 2, Black: the count is missing")]
    [InlineData("12,3,40", "12,NaN,40", "t.csv, row 2, Black: “NaN” is neither")]
    [InlineData("12,3,40", "12,\"3,5\",40", "t.csv, row 2, Black: “3,5” is neither")]
    [InlineData("61,116", "61,\"1.116\"", "t.csv, row 3, Total: “1.116” is neither")]
    [InlineData(
        "Marlow,30",
        "Lincoln,30",
        "t.csv, row 3, Asian: the cell column=Asian, school=Lincoln stands at t.csv, row 2, Asian already"
    )]
    [InlineData("Black", "Asian", "t.csv, row 1: the column “Asian” stands there twice")]
    [InlineData(",", ";", "t.csv, row 1: the columns are parted by semicolons")]
    public async Task Bad_input_is_refused_with_its_place_and_nothing_is_written(
        string right,
        string wrong,
        string sentence
    )
    {
        var table = Write("t.csv", Enrollment.Replace(right, wrong, StringComparison.Ordinal));
        await AssertRefused(sentence, "--table", table);
    }

    [Fact]
    public async Task A_category_that_an_earlier_table_lacks_is_refused_and_nothing_is_written() =>
        await AssertRefused(
            "h.csv, row 2, Blak: column=Blak, school=Lincoln stands in h.csv and not in t.csv",
            "--table",
            Write("t.csv", Enrollment),
            "--history",
            Write("h.csv", Enrollment.Replace("Black", "Blak", StringComparison.Ordinal))
        );

    [Fact]
    public async Task A_table_of_millions_of_cells_is_refused_before_it_fills_the_memory()
    {
        var path = At("t.csv");
        await using (var text = new StreamWriter(path))
        {
            await text.WriteLineAsync("school,count");
            for (var row = 0; row < 2_000_000; row++)
            {
                await text.WriteLineAsync($"S{row},{row % 50}");
            }
        }

        var (answer, megabytes) = await ChildProgram.Measured([
            "suppress",
            "--table",
            path,
            "--out",
            At("p.csv"),
        ]);
        Assert.Equal(1, answer.Exit);
        Assert.Contains(
            "t.csv, row 500002, count: the table has more than 500,000 cells",
            answer.Errors,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(At("p.csv")));
        Assert.InRange(megabytes, 0, 600);
    }

    [Fact]
    public async Task A_category_that_json_names_twice_is_refused_and_nothing_is_written() =>
        await AssertRefused(
            "t.json, dims.a: “x” stands there twice",
            "--table",
            Write("t.json", """{"dims":{"a":["x","x"]},"inner":[{"cell":["x"],"count":3}]}""")
        );

    [Fact]
    public async Task Stopped_it_answers_with_the_best_so_far_or_says_that_nothing_was_written()
    {
        var table = Write("t.csv", LargeTable());
        await using var program = ChildProgram.Start(
            ChildProgram.Throughline,
            ["suppress", "--table", table, "--out", At("p.csv"), "--json"]
        );
        await Task.Delay(TimeSpan.FromSeconds(3));
        var answer = await program.Terminate(TimeSpan.FromMinutes(1));
        using var report = JsonDocument.Parse(answer.Text);
        if (answer.Exit == 0)
        {
            Assert.True(report.RootElement.GetProperty("stopped").GetBoolean());
            Assert.False(report.RootElement.GetProperty("proved").GetBoolean());
            Assert.InRange(report.RootElement.GetProperty("gap").GetDouble(), 0, 1);
            Assert.True(File.Exists(At("p.csv")));
        }
        else
        {
            Assert.Equal(1, answer.Exit);
            Assert.Contains("Nothing was written", answer.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(At("p.csv")));
        }

        Assert.Contains("…", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_in_json_answers_with_the_known_cost()
    {
        var answer = await Run(
            "suppress",
            "--table",
            SharedData.Require("csp", "sdctable_problemdata.json"),
            "--out",
            At("p.csv"),
            "--json"
        );
        var report = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(9, report.GetProperty("primary").GetInt32());
        Assert.Equal(31, report.GetProperty("cost").GetInt64());
        Assert.Contains(
            "\nx,d,*\n",
            await File.ReadAllTextAsync(At("p.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rates_are_coded_near_their_ends_and_a_later_table_does_not_betray_them()
    {
        var rates = Write(
            "r.csv",
            """
            school,count,of,percent
            Lincoln,0,80,0.0
            Marlow,40,90,44.4
            Perry,57,60,95.0
            Quincy,100,200,50.0

            """
        );
        var answer = await Run("suppress", "--table", rates, "--out", At("p.csv"), "--json");
        Assert.True(answer.Exit == 0, answer.Errors);
        var published = await File.ReadAllLinesAsync(At("p.csv"));
        Assert.Equal("Lincoln,*,80,≤5", published[1]);
        Assert.Equal("Perry,*,60,≥95", published[3]);
        Assert.Equal(0, (await Audit(At("p.csv"))).GetProperty("opened").GetArrayLength());

        var alone = Write("later.csv", "school,count,of\nPerry,57,60\n");
        var later = await Run(
            "suppress",
            "--table",
            alone,
            "--history",
            At("p.csv"),
            "--out",
            At("q.csv"),
            "--json"
        );
        Assert.True(later.Exit == 0, later.Errors);
        Assert.Equal("Perry,*,60", (await File.ReadAllLinesAsync(At("q.csv")))[1]);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private async Task AssertRefused(string sentence, params string[] input)
    {
        var answer = await Run(["suppress", .. input, "--out", At("p.csv")]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
        Assert.Empty(answer.Text);
        Assert.Single(
            System.IO.Directory.GetFiles(folder),
            file => Path.GetFileName(file).StartsWith("t.", StringComparison.Ordinal)
        );
        Assert.Empty(System.IO.Directory.GetFiles(folder, "p.*"));
    }

    /// <summary>Some thousand cells in three dimensions, which take a while.</summary>
    private static string LargeTable()
    {
        const int Schools = 30;
        const int Groups = 14;
        const int Grades = 8;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var state = 1u;
        for (var one = 0; one < Schools * Groups * Grades; one++)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            var count = (long)Math.Exp(1 + (4 * (state >> 8) / (double)(1 << 24)));
            for (var totals = 0; totals < 8; totals++)
            {
                var key = string.Join(
                    ',',
                    (totals & 1) == 0 ? $"S{one / (Groups * Grades)}" : "Total",
                    (totals & 2) == 0 ? $"G{one / Grades % Groups}" : "Total",
                    (totals & 4) == 0 ? $"{one % Grades}" : "Total"
                );
                counts[key] = counts.GetValueOrDefault(key) + count;
            }
        }

        return "school,group,grade,count\n"
            + string.Concat(counts.Select(cell => $"{cell.Key},{cell.Value}\n"));
    }

    private async Task<JsonElement> Audit(params string[] files)
    {
        var answer = await Run(["audit-table", .. files, "--json"]);
        Assert.True(answer.Exit == 0, answer.Errors);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static Task<Answered> Run(params string[] arguments) => ChildProgram.Command(arguments);

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
