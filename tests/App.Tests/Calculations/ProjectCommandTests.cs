using System.Globalization;
using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Calculations;

/// <summary><c>throughline project</c> as a script calls it.</summary>
public sealed class ProjectCommandTests : IDisposable
{
    private const string Head = "year,code,district,K,1,2,3,4,5,6,7,8,9,10,11,12";

    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-project-")
        .FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Districts_are_projected_into_a_file_and_the_figures_are_one_object()
    {
        var enrollment = Write("e.csv", Years(6, "0001", "\"Marlow Falls, Regional\""));
        var file = Path.Combine(folder, "projection.csv");
        var answer = await ChildProgram.Command([
            "project",
            "--enrolment",
            enrollment,
            "--years",
            "3",
            "--out",
            file,
            "--json",
        ]);
        Assert.Equal((0, ""), (answer.Exit, answer.Errors));
        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(1, json.GetProperty("districts").GetInt32());
        Assert.Equal(3, json.GetProperty("years").GetInt32());
        Assert.Equal(5, json.GetProperty("coverage80").GetArrayLength());
        var lines = await File.ReadAllLinesAsync(file);
        Assert.Equal("code,district,year,measure,expected,low80,high80", lines[0]);
        Assert.Equal(1 + (3 * 3) + (3 * 13), lines.Length);
        Assert.StartsWith(
            "0001,\"Marlow Falls, Regional\",2023-24,enrollment:9-12,400.0,",
            lines.Single(line =>
                line.Contains("2023-24,enrollment:9-12", StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_back_test_prints_a_table_by_horizon()
    {
        var enrollment = Write("e.csv", Years(7, "0001", "Marlow Falls"));
        var plot = Path.Combine(folder, "plot.svg");
        var answer = await ChildProgram.Command([
            "project",
            "backtest",
            "--enrolment",
            enrollment,
            "--plot",
            plot,
        ]);
        Assert.Equal((0, ""), (answer.Exit, answer.Errors));
        Assert.Contains(
            "| years ahead | 1 | 2 | 3 | 4 | 5 |",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| mean error, % | 0.00 | 0.00 | 0.00 | – | – |",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(plot), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "2018,0001,x,1,2,3,4,5,6,7,8,9,10,11,*,13",
        "e.csv, row 2, 11: “*” is no whole number."
    )]
    [InlineData("2018,0001,x,1,2,3,4,5,6,7,8,9,10,11,-4,13", "e.csv, row 2, 11: -4 is below 0.")]
    [InlineData("2018,0001,x,1,2,3,4,5,6,7,8,9,10,11,,13", "e.csv, row 2, 11: it is blank")]
    [InlineData(
        "17/18,0001,x,1,2,3,4,5,6,7,8,9,10,11,12,13",
        "e.csv, row 2, year: “17/18” is no school year"
    )]
    [InlineData(
        "2018,0001,x,1,2,3,4,5,6,7,8,9,10,11,12,13\n2017-18,0001,x,1,2,3,4,5,6,7,8,9,10,11,12,13",
        "e.csv, row 3, code: district 0001 stands in 2017-18 already, in row 2."
    )]
    [InlineData(
        "2018,0001,x,1,2,3,4,5,6,7,8,9,10,11,12,13",
        "e.csv: A projection needs at least two school years"
    )]
    public async Task What_cannot_be_projected_from_is_refused_in_a_sentence(
        string rows,
        string sentence
    )
    {
        var file = Path.Combine(folder, "projection.csv");
        var answer = await ChildProgram.Command([
            "project",
            "--enrolment",
            Write("e.csv", $"{Head}\n{rows}\n"),
            "--out",
            file,
        ]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private static string Years(int years, string code, string name) =>
        string.Join(
            "\n",
            Enumerable
                .Range(2017, years)
                .Select(year =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{year}-{(year + 1) % 100:00},{code},{name},{string.Join(',', Enumerable.Repeat(100, 13))}"
                    )
                )
                .Prepend(Head)
        ) + "\n";

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
