using System.IO.Compression;
using System.Text;
using CsCheck;
using Throughline.App.Respondents;

namespace Throughline.App.Tests.Feedback;

/// <summary>A page with a slot, packed: every unpacker gets the same page as one who asked for it unpacked.</summary>
public sealed class SlottedPageTests
{
    [Fact]
    public void Packed_and_plain_are_the_same_page() =>
        Gen.Select(
                Gen.String[Gen.Char['a', 'ÿ'], 0, 3_000],
                Gen.String[Gen.Char['a', 'ÿ'], 0, 3_000],
                Gen.String[Gen.Char['0', 'z'], 1, 40]
            )
            .Sample(
                (before, after, slot) =>
                {
                    var page = new SlottedPage(before + SlottedPage.Mark + after, slot.Length);
                    var plain = new byte[page.Length];
                    page.Write(plain, Encoding.ASCII.GetBytes(slot));
                    Assert.Equal(before + slot + after, Encoding.UTF8.GetString(plain));
                    var packed = new byte[page.PackedLength];
                    page.WritePacked(packed, Encoding.ASCII.GetBytes(slot));
                    Assert.Equal(plain, Unpack(packed));
                },
                iter: 500
            );

    [Theory]
    [InlineData("", "")]
    [InlineData("before", "")]
    [InlineData("", "after")]
    public void A_slot_may_stand_at_either_end(string before, string after)
    {
        var page = new SlottedPage(before + SlottedPage.Mark + after, 4);
        var packed = new byte[page.PackedLength];
        page.WritePacked(packed, "slot"u8);
        Assert.Equal(before + "slot" + after, Encoding.UTF8.GetString(Unpack(packed)));
    }

    [Fact]
    public void The_checksum_is_that_of_the_whole_page()
    {
        var page = new SlottedPage("before" + SlottedPage.Mark + "after", 4);
        var packed = new byte[page.PackedLength];
        page.WritePacked(packed, "slot"u8);
        Assert.Equal(
            System.IO.Hashing.Crc32.HashToUInt32("beforeslotafter"u8),
            BitConverter.ToUInt32(packed, packed.Length - 8)
        );
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
