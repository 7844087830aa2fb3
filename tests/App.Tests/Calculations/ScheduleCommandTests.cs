using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Calculations;

/// <summary><c>throughline schedule</c> as a script calls it.</summary>
public sealed class ScheduleCommandTests : IDisposable
{
    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-schedule-")
        .FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("orlib", "2 2  10 5  10 50  4 8 1  4 9 1", "", 22)]
    [InlineData("holmberg", "2 2  10 5  10 50  4 4  8 9  1 1", "", 22)]
    [InlineData("gap", "2 2  8 9  1 1  4 4  4 4  4 4", "", 9)]
    [InlineData("gap", "2 2  8 9  1 1  4 4  4 4  4 4", "--maximize", 10)]
    public async Task An_instance_of_each_format_is_solved_and_proved(
        string format,
        string numbers,
        string more,
        decimal cost
    )
    {
        var answer = await Schedule(Write("i.txt", numbers), format, more.Length > 0 ? [more] : []);
        Assert.Equal((0, ""), (answer.Exit, answer.Errors));
        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(cost, json.GetProperty("cost").GetDecimal());
        Assert.Equal(cost, json.GetProperty("bound").GetDecimal());
        Assert.True(json.GetProperty("proved").GetBoolean());
        Assert.True(json.GetProperty("open").GetArrayLength() > 0);
    }

    [Fact]
    public async Task What_stands_after_the_last_number_is_told_and_left_out()
    {
        var answer = await Schedule(Write("i.txt", "1 1 7 1 1\n39. 336."), "gap", []);
        const string note =
            "i.txt, line 2: the file goes on after its last number. 2 more were left out.";
        Assert.Equal((0, note), (answer.Exit, answer.Errors.Trim()));
        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(7, json.GetProperty("cost").GetDecimal());
        Assert.Equal(note, json.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task Teams_are_scheduled_with_what_each_pays()
    {
        const string needs = """
            {"teams":[{"district":"a","curriculum":"CSP","teachers":4,"from":{"latitude":42,"longitude":-71},"dates":[]},
                      {"district":"b","curriculum":"CSP","teachers":6,"from":{"latitude":42,"longitude":-71},"dates":[]}],
             "sessions":[{"name":"July","curriculum":"CSP","date":"2027-07-06","provider":"","at":{"latitude":42,"longitude":-71},
                          "seats":20,"least":8,"cost":4000,"seatCost":100}]}
            """;
        var answer = await Schedule(Write("t.json", needs), "teams", []);
        Assert.Equal((0, ""), (answer.Exit, answer.Errors));
        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(5000, json.GetProperty("cost").GetDecimal());
        Assert.Equal(2000, json.GetProperty("teams")[0].GetProperty("share").GetDecimal());
        Assert.Equal("July", json.GetProperty("open")[0].GetString());
    }

    [Theory]
    [InlineData(
        "orlib",
        "2 2 10 5 10",
        "i.txt: the file ends after 5 numbers where an opening cost is expected."
    )]
    [InlineData(
        "orlib",
        "2 x",
        "i.txt, line 1: “x” stands where the number of customers is expected."
    )]
    [InlineData("holmberg", "1 1\n1 5\n4\n8", "Customer 1 fits into no site as a whole.")]
    [InlineData(
        "teams",
        "{\"teams\":[]}",
        "i.txt, line 1, $: this is no file of teams and sessions."
    )]
    public async Task What_is_no_instance_is_refused_in_a_sentence(
        string format,
        string text,
        string sentence
    )
    {
        var answer = await Schedule(Write("i.txt", text), format, []);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(sentence, answer.Errors, StringComparison.Ordinal);
    }

    private static Task<Answered> Schedule(string file, string format, IEnumerable<string> more) =>
        ChildProgram.Command([
            "schedule",
            "--instance",
            file,
            "--format",
            format,
            "--json",
            .. more,
        ]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
