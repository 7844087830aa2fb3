using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Throughline.Directory.Reading;

namespace Throughline.Tests.Directory;

[Collection(typeof(MeasuresMemory))]
public sealed class HostileZipTests(ITestOutputHelper output)
{
    static readonly byte[] CentralMark = "PK\u0001\u0002"u8.ToArray();

    [Fact]
    public void A_bomb_is_refused_while_it_unpacks()
    {
        var zip = Bomb("orgs.csv", new string('x', 30_000) + "\n", 90_000_000);

        Assert.Contains("more than 50 times its size", RefusedWithin(zip));
    }

    [Fact]
    public void A_bomb_of_one_endless_line_is_refused()
    {
        Assert.Contains("longer than", RefusedWithin(Bomb("manifest.csv", "a", 90_000_000)));
    }

    [Fact]
    public void A_declared_size_that_lies_hides_nothing()
    {
        var zip = RosterSample.Small().Zip();
        for (var at = zip.AsSpan().IndexOf(CentralMark); at >= 0; at = Next(zip, at))
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at + 24));
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), size - 40);
        }

        Assert.Contains("damaged", SampleFile.Refusal(zip, "roster.zip", null));
    }

    [Fact]
    public void A_zip_of_very_many_files_is_refused_before_it_is_opened()
    {
        var sample = RosterSample.Small();
        for (var index = 0; index < 20_000; index++)
        {
            sample.With($"{index}.csv", "");
        }

        Assert.Contains("more than 100 files", RefusedWithin(sample.Zip()));
    }

    [Fact]
    public void Many_files_that_unpack_to_much_together_are_refused()
    {
        var limits = new DirectoryLimits { InflatedBytes = 600 };

        Assert.Contains(
            "unpacks to more than",
            SampleFile.Refusal(RosterSample.Small().Zip(), "roster.zip", null, limits)
        );
    }

    [Fact]
    public void A_file_given_twice_is_refused()
    {
        Assert.Contains(
            "twice",
            SampleFile.Refusal(
                RosterSample.Small().With("other/ORGS.csv", "x").Zip(),
                "roster.zip",
                null
            )
        );
    }

    [Fact]
    public void A_workbook_is_not_a_roster()
    {
        Assert.Contains(
            "an Excel or Word file",
            SampleFile.Refusal(
                RosterSample.Small().With("[Content_Types].xml", "<x/>").Zip(),
                "roster.zip",
                null
            )
        );
    }

    [Fact]
    public void A_zip_cut_short_anywhere_or_with_one_byte_changed_never_fails_otherwise_than_by_a_sentence()
    {
        var zip = RosterSample.Small().Zip();
        for (var length = 4; length < zip.Length; length += 7)
        {
            Assert.NotEmpty(SampleFile.Refusal(zip[..length], "roster.zip", null));
        }

        for (var at = 4; at < zip.Length; at += 3)
        {
            var bent = zip.ToArray();
            bent[at] ^= 0x55;
            try
            {
                SampleFile.Read(bent, "roster.zip", null);
            }
            catch (DirectoryRefusedException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Fact]
    public void A_nul_byte_and_a_foreign_encoding_inside_a_zip_are_refused_like_outside()
    {
        Assert.Contains(
            "orgs.csv holds a NUL byte",
            SampleFile.Refusal(
                RosterSample.Small().Row("orgs.csv", "a\0").Zip(),
                "roster.zip",
                null
            )
        );
    }

    static int Next(byte[] zip, int at)
    {
        var next = zip.AsSpan(at + 4).IndexOf(CentralMark);
        return next < 0 ? -1 : at + 4 + next;
    }

    static byte[] Bomb(string table, string line, int length)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in RosterSample.Small().Tables)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
                var piece = Encoding.UTF8.GetBytes(
                    string.Concat(Enumerable.Repeat(line, 65_536 / line.Length))
                );
                for (long written = 0; name == table && written < length; written += piece.Length)
                {
                    entry.Write(piece);
                }
            }
        }

        return stream.ToArray();
    }

    string RefusedWithin(byte[] zip)
    {
        var sentence = "";
        var (megabytes, time) = PeakMemory.Of(() =>
            sentence = SampleFile.Refusal(zip, "roster.zip", null)
        );
        output.WriteLine($"{megabytes} MB, {time.TotalSeconds:0.00} s for {zip.Length} bytes");
        Assert.InRange(megabytes, 0, 100);
        return sentence;
    }
}
