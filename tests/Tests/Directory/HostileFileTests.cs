using System.Globalization;
using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

[Collection(typeof(MeasuresMemory))]
public sealed class HostileFileTests(ITestOutputHelper output)
{
    const int MegabytesAllowed = 100;

    /// <summary>Not an attack but the largest honest file: what it says is held in memory, beside what the runtime has not given back yet.</summary>
    const int MegabytesForTheLargest = 150;
    static readonly byte[] Header =
        "School Code,School Name,District Code,District Name,Town,9_Enrollment\n"u8.ToArray();

    [Theory]
    [InlineData(",", "")]
    [InlineData("a", "")]
    [InlineData("\"", "")]
    [InlineData("\"\"", "\"")]
    [InlineData("\n", "")]
    [InlineData("x\n", "")]
    [InlineData("00010001,=1,00010000,D,T,x\n", "")]
    [InlineData("00010001,N,00010000,D,T,5\n", "")]
    [InlineData("é", "")]
    public void A_hundred_megabytes_of_nonsense_cost_little_memory_and_time(
        string pattern,
        string start
    )
    {
        var file = new RepeatingStream(
            [.. Header, .. Encoding.UTF8.GetBytes(start)],
            Encoding.UTF8.GetBytes(pattern),
            100_000_000
        );

        Within(() => Try(file, "schools.csv"));
    }

    [Fact]
    public void A_header_of_a_hundred_megabytes_is_refused()
    {
        Within(() => Try(new RepeatingStream([], "a,"u8.ToArray(), 100_000_000), "schools.csv"));
        Within(() => Try(new RepeatingStream([], " "u8.ToArray(), 100_000_000), "schools.csv"));
    }

    [Fact]
    public void The_largest_file_allowed_with_every_school_another_still_fits()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.csv");
        try
        {
            using (var writer = new StreamWriter(path))
            {
                writer.Write(Encoding.UTF8.GetString(Header));
                for (var row = 1; row <= 200_000; row++)
                {
                    writer.Write(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{row / 20:D4}{(row % 20) + 1:D4},School of some length {row},{row / 20:D4}0000,District {row / 20},Town {row},5\n"
                        )
                    );
                }
            }

            var schools = 0;
            Within(
                () =>
                {
                    using var file = DirectoryFile.Open(path);
                    schools = file.Read(2017).Schools.Count;
                },
                MegabytesForTheLargest
            );
            Assert.True(schools > 199_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Reads up to three times: what the collector has not yet tidied away after other tests can only add to what is seen.</summary>
    void Within(Action read, int allowed = MegabytesAllowed)
    {
        long megabytes;
        var tries = 0;
        do
        {
            (megabytes, var time) = PeakMemory.Of(read);
            output.WriteLine($"{megabytes} MB, {time.TotalSeconds:0.00} s");
        } while (megabytes > allowed && ++tries < 3);
        Assert.InRange(megabytes, 0, allowed);
    }

    void Try(Stream stream, string name)
    {
        try
        {
            stream.Position = 0;
            using var file = DirectoryFile.Open(stream, name);
            var reading = file.Read(2017);
            output.WriteLine($"{reading.Schools.Count} schools, {reading.RefusedTotal} refused");
        }
        catch (DirectoryRefusedException refused)
        {
            output.WriteLine(refused.Message);
        }
    }
}
