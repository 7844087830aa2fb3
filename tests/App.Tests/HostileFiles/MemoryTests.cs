using System.IO.Compression;
using System.Text;
using Throughline.Testing;

namespace Throughline.App.Tests.HostileFiles;

/// <summary>
/// Each file is given to a process of its own, whose resident memory at its fullest is compared with that of the same command on a
/// small honest file: what the runtime itself holds is in both.
/// </summary>
public sealed class MemoryTests(ITestOutputHelper output) : IDisposable
{
    private const int MegabytesAllowed = 100;
    private const string Header =
        "School Code,School Name,District Code,District Name,Town,9_Enrollment\n";

    private readonly string folder = System
        .IO.Directory.CreateTempSubdirectory("throughline-hostile")
        .FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("one endless quoted cell", Header + "\"", "a")]
    [InlineData("one endless row of empty cells", Header, ",")]
    [InlineData("an endless header", "", "a,")]
    [InlineData("rows that are all refused", Header, "00010001,=1,00010000,D,T,x\n")]
    [InlineData("empty rows", Header, "\n")]
    public async Task Ninety_megabytes_of_nonsense(string what, string start, string pattern)
    {
        var path = await Write("nonsense.csv", start, pattern, 90_000_000);

        await StaysSmall(what, path);
    }

    [Fact]
    public async Task A_file_over_the_limit_of_its_size()
    {
        var path = await Write("large.csv", Header, "00010001,N,00010000,D,T,5\n", 200_000_000);

        await StaysSmall("200 MB", path);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says()
    {
        var path = Path.Combine(folder, "roster.zip");
        var noise = new byte[90_000_000];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(path, noise);
        var renamed = Path.Combine(folder, "schools.csv");
        File.Copy(path, renamed);

        await StaysSmall("noise named zip", path);
        await StaysSmall("noise named csv", renamed);
    }

    [Theory]
    [InlineData("orgs.csv")]
    [InlineData("manifest.csv")]
    public async Task A_zip_that_unpacks_to_a_gigabyte(string entry)
    {
        var path = Path.Combine(folder, "roster.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            await using var inside = zip.CreateEntry(entry, CompressionLevel.Fastest).Open();
            var piece = Encoding.UTF8.GetBytes(new string('x', 30_000) + "\n");
            for (var written = 0L; written < 1_000_000_000; written += piece.Length)
            {
                await inside.WriteAsync(piece);
            }
        }

        await StaysSmall("bomb", path);
    }

    private async Task StaysSmall(string what, string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells it.");
        var honest = await OfAnHonestFile();
        var (answer, megabytes) = await Read(path);

        output.WriteLine(
            $"{what}: {megabytes} MB, {honest} MB for an honest file. {answer.Errors}"
        );
        Assert.Contains(answer.Exit, new[] { 0, 1 });
        Assert.InRange(megabytes - honest, -honest, MegabytesAllowed);
    }

    private async Task<long> OfAnHonestFile()
    {
        var path = await Write("honest.csv", Header + "00010001,Hill,00010000,Marlow,Marlow,5\n");
        var (answer, megabytes) = await Read(path);
        Assert.True(answer.Exit == 0, answer.Errors);
        Assert.True(megabytes > 20, $"{megabytes} MB is no measurement.");
        return megabytes;
    }

    private static Task<(Answered Answer, long Megabytes)> Read(string path) =>
        ChildProgram.Measured(["import", "directory", path, "--year", "2017", "--dry-run"]);

    private async Task<string> Write(string name, string start, string pattern = "", int length = 0)
    {
        var path = Path.Combine(folder, name);
        await using var writer = new StreamWriter(path);
        await writer.WriteAsync(start);
        var piece = string.Concat(
            Enumerable.Repeat(pattern, 1 + (100_000 / Math.Max(1, pattern.Length)))
        );
        for (var written = 0; written < length; written += piece.Length)
        {
            await writer.WriteAsync(piece);
        }

        return path;
    }
}
