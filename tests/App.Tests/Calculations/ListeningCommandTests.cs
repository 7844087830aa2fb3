using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Calculations;

/// <summary><c>throughline represent</c>, <c>rake</c>, <c>groups</c> and <c>chart</c> as a script calls them.</summary>
public sealed class ListeningCommandTests : IDisposable
{
    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-listening-")
        .FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Who_was_heard_is_told_against_who_lives_here_and_one_silent_group_is_not_all()
    {
        var answer = await Represent("E,90\nP,0\nS,4\n,7\n");
        Assert.Equal((0, ""), (answer.Exit, answer.Errors));
        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(0.6425531914893617, json.GetProperty("coverage").GetDouble(), 1e-12);
        Assert.Equal(7, json.GetProperty("unknown").GetInt32());
        Assert.Equal(41, json.GetProperty("groups")[1].GetProperty("needed").GetInt32());
    }

    /// <summary>What takes long is stopped in a sentence, not in a trace of the program's insides.</summary>
    [Fact]
    public async Task A_calculation_that_is_stopped_says_so()
    {
        var votes = Path.Combine(folder, "votes.csv");
        await File.WriteAllLinesAsync(
            votes,
            Enumerable
                .Range(0, 20_000)
                .Select(at =>
                    $"{at / 40},{at % 40},{(at * 7 % 11 == 0 ? 0 : (at / 40 + at) % 2 == 0 ? 1 : -1)}"
                )
                .Prepend("voter-id,comment-id,vote")
        );
        await using var groups = ChildProgram.Start(
            ChildProgram.Throughline,
            ["groups", "--votes", votes, "--resamplings", "1000000"]
        );
        while (groups.Cpu < TimeSpan.FromSeconds(3))
        {
            Assert.False(groups.HasExited);
            await Task.Delay(20);
        }

        var answer = await groups.Terminate(TimeSpan.FromMinutes(1));
        Assert.Equal("Stopped before it was done.", answer.Errors.Trim());
    }

    [Theory]
    [InlineData("E,-9", "r.csv, row 2, respondents: -9 is below 0.")]
    [InlineData("E,NaN", "r.csv, row 2, respondents: “NaN” is no whole number.")]
    [InlineData("E,\"9,5\"", "r.csv, row 2, respondents: “9,5” is no whole number.")]
    [InlineData("E,*", "r.csv, row 2, respondents: “*” is no whole number.")]
    [InlineData(
        "X,9",
        "r.csv, row 2, group: the population's file does not know “X”; leave the cell blank where the group is unknown."
    )]
    public async Task What_is_no_count_of_a_known_group_is_refused_with_its_place(
        string row,
        string sentence
    )
    {
        var answer = await Represent(row + "\n");
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f\ns\n", "f,50\ns,-1", "m.csv, row 3, total: -1 is below 0.")]
    [InlineData(
        "f\ns\n",
        "f,50\ns,NaN",
        "m.csv, row 3, total: “NaN” is no number (digits, with a point before the decimals, are expected)."
    )]
    [InlineData("f\ns\n", "f,50\nx,50", "s.csv, row 3, role: the margins do not know “s”.")]
    [InlineData(
        "f\n",
        "f,50\ns,50",
        "Nobody with role “s” answered, so no weight can stand for them. Hear them first, or merge the category with another."
    )]
    public async Task What_cannot_be_raked_is_refused_and_nothing_is_written(
        string people,
        string margins,
        string sentence
    )
    {
        var answer = await ChildProgram.Command([
            "rake",
            "--sample",
            Write("s.csv", "role\n" + people),
            "--margins",
            Write(
                "m.csv",
                "variable,category,total\n"
                    + string.Join('\n', margins.Split('\n').Select(line => "role," + line))
                    + "\n"
            ),
            "--out",
            Path.Combine(folder, "w.csv"),
        ]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "w.csv")));
    }

    [Theory]
    [InlineData(
        "voter-id,comment-id,vote\n0,0,1\n0,1,2\n",
        "v.csv, row 3, vote: “2” is no vote; 1, 0 or -1 is expected."
    )]
    [InlineData(
        "voter-id,comment-id\n0,0\n",
        "v.csv, row 1: there is no column “vote”. It has: voter-id, comment-id."
    )]
    public async Task What_is_no_vote_is_refused_with_its_place(string votes, string sentence)
    {
        var answer = await ChildProgram.Command(["groups", "--votes", Write("v.csv", votes)]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_people_are_no_groups()
    {
        var answer = await ChildProgram.Command([
            "groups",
            "--votes",
            Write("v.csv", "voter-id,comment-id,vote\n0,0,1\n"),
        ]);
        Assert.Equal(0, answer.Exit);
        Assert.Contains("No clear groups", answer.Text);
    }

    [Theory]
    [InlineData(
        "period,value,size\n1,3,10\n2,4,0\n",
        "c.csv, row 3, size: 0 is no size; it is above zero."
    )]
    [InlineData("period,value,size\n1,13,10\n2,4,10\n", "“1”: 13 of 10 is more than all of them.")]
    [InlineData(
        "period,value,size\n1,\"1,5\",10\n",
        "c.csv, row 2, value: “1,5” is no number (digits, with a point before the decimals, are expected)."
    )]
    [InlineData(
        "period\n",
        "c.csv, row 1: a series has a period and a value; only “period” is there."
    )]
    public async Task What_is_no_series_is_refused_with_its_place(string series, string sentence)
    {
        var answer = await ChildProgram.Command([
            "chart",
            "--series",
            Write("c.csv", series),
            "--kind",
            "p",
        ]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_observation_says_nothing()
    {
        var answer = await ChildProgram.Command([
            "chart",
            "--series",
            Write("c.csv", "period,value\n1,3\n"),
            "--kind",
            "run",
        ]);
        Assert.Equal(0, answer.Exit);
        Assert.Contains("too few to say whether anything changed", answer.Text);
    }

    private Task<Answered> Represent(string responses) =>
        ChildProgram.Command([
            "represent",
            "--population",
            Write("p.csv", "group,population\nE,600\nP,300\nS,100\n"),
            "--responses",
            Write("r.csv", "group,respondents\n" + responses),
            "--json",
        ]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
