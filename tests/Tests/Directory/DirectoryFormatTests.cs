using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class DirectoryFormatTests
{
    [Theory]
    [InlineData("%PDF-1.7 ...", "a PDF document")]
    [InlineData("<!doctype html><html>", "HTML or XML")]
    [InlineData("  \n{\"schools\":[]}", "JSON")]
    [InlineData("SQLite format 3\0", "an SQLite database")]
    [InlineData("\u007FELF", "a program")]
    public void A_file_of_another_kind_is_named_for_what_it_is(string text, string what)
    {
        Assert.Contains($"is {what}", SampleFile.Refusal(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_content_decides_and_a_name_that_says_otherwise_is_refused()
    {
        var zip = RosterSample.Small().Zip();

        Assert.Contains(
            "not what its name says: it is a zip archive",
            SampleFile.Refusal(zip, "schools.csv")
        );
        Assert.Contains(
            "text, not a zip archive",
            SampleFile.Refusal(SampleFile.Of(2).Bytes(), "schools.zip")
        );
        Assert.Equal("oneroster", SampleFile.Read(zip, "upload").Format);
        Assert.Equal("massachusetts", SampleFile.Read(SampleFile.Of(2).Bytes(), "upload").Format);
    }

    [Fact]
    public void An_asked_for_format_must_be_the_one_found()
    {
        using var zip = new MemoryStream(RosterSample.Small().Zip());
        var refused = Assert.Throws<DirectoryRefusedException>(() =>
            DirectoryFile.Open(zip, "a.zip", "massachusetts")
        );
        Assert.Contains("asked for massachusetts, found oneroster", refused.Message);

        using var text = new MemoryStream(SampleFile.Of(2).Bytes());
        Assert.Contains(
            "“massachusetts”, “oneroster”",
            Assert
                .Throws<DirectoryRefusedException>(() => DirectoryFile.Open(text, "a.csv", "edfi"))
                .Message
        );
    }

    [Fact]
    public void An_unknown_table_is_told_what_is_expected()
    {
        Assert.Contains(
            "“School Code”, “School Name”",
            SampleFile.Refusal("name,age\nx,1\n"u8.ToArray())
        );
    }

    [Fact]
    public void An_asked_for_state_file_is_told_which_columns_it_lacks()
    {
        using var text = new MemoryStream("School Name,Town\nx,y\n"u8.ToArray());
        using var file = DirectoryFile.Open(text, "a.csv", "massachusetts");

        Assert.Contains(
            "“School Code”, “District Code”",
            Assert.Throws<DirectoryRefusedException>(() => file.Read(2017)).Message
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData(",,,\n")]
    public void An_empty_file_is_refused(string text)
    {
        Assert.Contains("is empty", SampleFile.Refusal(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void A_header_without_rows_is_refused()
    {
        Assert.Contains("is empty", SampleFile.Refusal(SampleFile.Of(0).Bytes()));
    }

    [Fact]
    public void Semicolons_are_named()
    {
        Assert.Contains(
            "not separated by commas",
            SampleFile.Refusal("School Code;School Name\n1;2\n"u8.ToArray())
        );
    }

    [Fact]
    public void Utf16_is_named_with_and_without_its_mark()
    {
        var text = Encoding.UTF8.GetString(SampleFile.Of(2).Bytes());

        Assert.Contains(
            "text in UTF-16",
            SampleFile.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)])
        );
        Assert.Contains(
            "NUL byte at byte 1 (line 1)",
            SampleFile.Refusal(Encoding.Unicode.GetBytes(text))
        );
    }

    [Fact]
    public void Latin1_is_named_with_its_byte_and_line()
    {
        var bytes = Encoding.Latin1.GetBytes(
            Encoding.UTF8.GetString(SampleFile.Of(3).With(1, "Town", "Orléans").Bytes())
        );
        var at = Array.IndexOf(bytes, (byte)0xE9);

        var sentence = SampleFile.Refusal(bytes);

        Assert.Contains($"byte {at:N0} (line 3) is 0xE9, as in Latin-1", sentence);
    }

    [Fact]
    public void Characters_cut_by_the_buffer_are_whole()
    {
        var sample = SampleFile.Of(3_000);
        for (var row = 0; row < sample.Rows.Count; row++)
        {
            sample.With(row, "Town", new string('é', 1 + (row % 7)) + "𝒜日");
        }

        var reading = sample.Read();

        Assert.Empty(reading.Refused);
        Assert.All(
            reading.Schools,
            school => Assert.EndsWith("𝒜日", school.Town, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_character_cut_by_the_end_of_the_file_is_refused()
    {
        byte[] bytes = [.. SampleFile.Of(2).Bytes("\n"), 0xC3];

        Assert.Contains("(line 4) is 0xC3", SampleFile.Refusal(bytes));
    }

    [Fact]
    public void A_nul_byte_is_refused_where_it_stands()
    {
        var bytes = SampleFile.Of(2).Bytes();
        bytes[^4] = 0;

        Assert.Contains(
            $"NUL byte at byte {bytes.Length - 4:N0} (line 3)",
            SampleFile.Refusal(bytes)
        );
    }
}
