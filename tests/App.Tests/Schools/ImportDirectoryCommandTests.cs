using System.Text.Json;
using Throughline.Testing;

namespace Throughline.App.Tests.Schools;

/// <summary><c>import directory</c> as a script calls it, on a state's real file.</summary>
public sealed class ImportDirectoryCommandTests : IDisposable
{
    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-directory")
        .FullName;

    [Fact]
    public async Task The_states_file_is_reported_as_its_source_counts_it_and_twice_the_same()
    {
        var file = SharedData.Require("dese-schools-2017", "MA_Public_Schools_2017.csv");
        for (var time = 0; time < 2; time++)
        {
            var answer = await ChildProgram.Command([
                "import",
                "directory",
                file,
                "--data",
                folder,
                "--json",
            ]);
            Assert.Equal(0, answer.Exit);
            var report = JsonDocument.Parse(answer.Text).RootElement;
            Assert.Equal(410, report.GetProperty("districts").GetInt32());
            Assert.Equal(1861, report.GetProperty("schools").GetInt32());
            Assert.Equal(953_748, report.GetProperty("pupils").GetInt32());
            Assert.Equal(69_397, report.GetProperty("pupilsByGrade").GetProperty("12").GetInt32());
            Assert.Equal(
                ["2016-17"],
                report
                    .GetProperty("yearsFromFileNames")
                    .EnumerateArray()
                    .Select(year => year.GetString())
            );
            Assert.Equal(0, report.GetProperty("refusedTotal").GetInt32());
            var wrong = Assert.Single(
                report.GetProperty("leftOut").EnumerateArray(),
                left => left.GetProperty("column").GetString()!.StartsWith('%')
            );
            Assert.Equal("% Economically Disadvantaged", wrong.GetProperty("column").GetString());
            Assert.Equal(1679, wrong.GetProperty("rows").GetInt32());
        }
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
