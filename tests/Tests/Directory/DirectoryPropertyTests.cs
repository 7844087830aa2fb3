using System.Text;
using CsCheck;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

public sealed class DirectoryPropertyTests
{
    const int Schools = 12;

    static readonly string[] Odd =
    [
        "",
        " ",
        "0",
        "24.0",
        "24,0",
        "-1",
        "=1",
        "*",
        "\"",
        "a\"b",
        "a,b",
        "\r\n",
        "é",
        "日本",
        "99999999999",
        "1e9",
        "NaN",
        "#",
        "00010000",
    ];

    static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Odd.Length - 1].Select(index => Odd[index]),
        Gen.Int.Select(number => $"{number}"),
        Gen.Double.Select(number => $"{number}")
    );

    [Fact]
    public void The_order_of_the_columns_does_not_matter()
    {
        var expected = SampleFile.Of(Schools).Read();
        Gen.Shuffle(Enumerable.Range(0, SampleFile.Of(0).Header.Count).ToArray())
            .Sample(
                order =>
                {
                    var (sample, shuffled) = (SampleFile.Of(Schools), new SampleFile());
                    shuffled.Header.Clear();
                    shuffled.Header.AddRange(order.Select(column => sample.Header[column]));
                    shuffled.Rows.AddRange(
                        sample.Rows.Select(row => order.Select(column => row[column]).ToList())
                    );
                    var reading = shuffled.Read();
                    return reading.Schools.SequenceEqual(expected.Schools)
                        && reading.Districts.SequenceEqual(expected.Districts);
                },
                iter: 100
            );
    }

    [Fact]
    public void One_changed_cell_never_changes_another_school()
    {
        var expected = SampleFile.Of(Schools).Read();
        var codes = expected.Schools.Select(school => school.Code).ToHashSet();
        Gen.Select(Gen.Int[0, Schools - 1], Gen.Int[0, SampleFile.Of(0).Header.Count - 1], Cell)
            .Where(
                (row, column, cell) =>
                    !cell.Contains('\0')
                    && !(column == 0 && codes.Contains(cell.Trim()))
                    && IsText(cell)
            )
            .Sample(
                (row, column, cell) =>
                {
                    var sample = SampleFile.Of(Schools);
                    sample.Rows[row][column] = cell;
                    var others = sample
                        .Read()
                        .Schools.Where(school =>
                            school.Code != expected.Schools[row].Code && codes.Contains(school.Code)
                        );
                    return others.SequenceEqual(expected.Schools.Where((_, index) => index != row));
                },
                iter: 2_000
            );
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_sentence()
    {
        var header = SampleFile.Of(1).Bytes();
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Bool)
            .Sample(
                (bytes, behindAHeader) =>
                {
                    try
                    {
                        SampleFile.Read(behindAHeader ? [.. header, .. bytes] : bytes);
                        return true;
                    }
                    catch (DirectoryRefusedException refused)
                    {
                        return refused.Message.Length > 0;
                    }
                },
                iter: 3_000
            );
    }

    [Fact]
    public void Written_and_read_again_a_directory_is_the_same()
    {
        Gen.Select(
                Gen.Int[1, 20],
                Gen.Int[0, 9_999].Array[20],
                Gen.Int[0, 1_000].Array[20],
                Gen.String[Gen.Char["abc ,\"'é"], 1, 20].Array[20]
            )
            .Sample(
                (schools, pupils, tenths, names) =>
                {
                    var sample = SampleFile.Of(schools);
                    for (var row = 0; row < schools; row++)
                    {
                        sample
                            .With(row, "9_Enrollment", $"{pupils[row]}")
                            .With(row, "TOTAL_Enrollment", $"{pupils[row]}");
                        sample
                            .With(row, "% Males", $"{tenths[row] / 10m}")
                            .With(row, "School Name", "N" + names[row]);
                    }

                    var reading = sample.Read();
                    var again = SampleFile.Read(
                        Encoding.UTF8.GetBytes(CompactDirectoryTests.Written(reading)),
                        year: null
                    );
                    return reading.Schools.SequenceEqual(again.Schools)
                        && reading.PupilsByGrade.SequenceEqual(again.PupilsByGrade);
                },
                iter: 300
            );
    }

    static bool IsText(string text)
    {
        return new UTF8Encoding(false, false).GetString(Encoding.UTF8.GetBytes(text)) == text;
    }
}
