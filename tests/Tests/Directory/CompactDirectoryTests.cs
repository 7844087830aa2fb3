using System.Text;
using Throughline.Directory.Reading;
using Throughline.Testing;

namespace Throughline.Tests.Directory;

public sealed class CompactDirectoryTests
{
    static string CompactFile =>
        Path.Combine(Repository.Content, "directory", "massachusetts-2016-17.csv");

    static DirectoryReading ReadShipped()
    {
        using var file = DirectoryFile.Open(CompactFile);
        return file.Read();
    }

    internal static string Written(DirectoryReading reading)
    {
        using var writer = new StringWriter();
        CompactDirectory.Write(reading, writer);
        return writer.ToString();
    }

    [Fact]
    public void The_shipped_directory_holds_the_state()
    {
        var reading = ReadShipped();

        Assert.Equal(2017, reading.EndYear);
        Assert.Equal(410, reading.Districts.Count);
        Assert.Equal(1_861, reading.Schools.Count);
        Assert.Equal(953_748, reading.Pupils);
        Assert.Equal(69_397, reading.PupilsByGrade["12"]);
        Assert.Empty(reading.Refused);
        Assert.Empty(reading.LeftOut);
        Assert.Empty(reading.NotRead);
    }

    [Fact]
    public void The_shipped_directory_is_small_and_names_nobody()
    {
        var text = File.ReadAllText(CompactFile);

        Assert.True(new FileInfo(CompactFile).Length < 400_000);
        Assert.DoesNotMatch(@"\b\d{3}-\d{3}-\d{4}\b", text);
        Assert.DoesNotContain("Contact Name", text, StringComparison.Ordinal);
        Assert.DoesNotContain("% Economically Disadvantaged", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_directory_is_what_the_generator_makes_of_the_source()
    {
        using var file = DirectoryFile.Open(
            SharedData.Require("dese-schools-2017", "MA_Public_Schools_2017.csv")
        );
        var source = file.Read(2017);

        Assert.Equal(File.ReadAllText(CompactFile), Written(source));
        var shipped = ReadShipped();
        Assert.Equal(
            source.Schools.OrderBy(school => school.Code, StringComparer.Ordinal),
            shipped.Schools
        );
        Assert.Equal(source.Districts, shipped.Districts);
    }

    [Fact]
    public void Quotes_commas_and_absent_figures_survive()
    {
        var reading = SampleFile
            .Of(3)
            .With(1, "School Name", "The \"Annex\", North")
            .With(1, "High Needs", "")
            .With(2, "Grade", "")
            .Read();

        var again = SampleFile.Read(Encoding.UTF8.GetBytes(Written(reading)), year: null);

        Assert.Equal(reading.Schools, again.Schools);
        Assert.Equal(reading.Districts, again.Districts);
    }
}
