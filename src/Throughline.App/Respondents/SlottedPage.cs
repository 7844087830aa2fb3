using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Throughline.App.Respondents;

/// <summary>
/// A page that is the same for everybody but for one short text of fixed length. It is written and compressed once; each answer puts its
/// text between the two compressed halves, uncompressed, as the format allows (RFC 1951, 3.2.4), and mends the checksum.
/// </summary>
public sealed class SlottedPage
{
    private const char Slot = '\u0001';
    private const int StoredHeader = 5;
    private const int Trailer = 8;

    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

    private static readonly byte[] EmptyLastBlock = [3, 0];

    private readonly byte[] before;
    private readonly byte[] after;
    private readonly byte[] beforePacked;
    private readonly byte[] afterPacked;
    private readonly uint beforeSum;
    private readonly uint afterSum;
    private readonly Crc32Shift overSlot;
    private readonly Crc32Shift overAfter;
    private readonly int slotLength;

    /// <param name="html">With <see cref="Mark"/> in the place of the text, once.</param>
    public SlottedPage(string html, int slotLength)
    {
        var place = html.IndexOf(Slot, StringComparison.Ordinal);
        this.slotLength = slotLength;
        before = Encoding.UTF8.GetBytes(html[..place]);
        after = Encoding.UTF8.GetBytes(html[(place + 1)..]);
        beforePacked = [.. Header, .. Deflate(before, last: false)];
        afterPacked = Deflate(after, last: true);
        beforeSum = Crc32.HashToUInt32(before);
        afterSum = Crc32.HashToUInt32(after);
        overSlot = new Crc32Shift(slotLength);
        overAfter = new Crc32Shift(after.Length);
    }

    public static string Mark { get; } = Slot.ToString();

    public int Length => before.Length + slotLength + after.Length;

    public int PackedLength =>
        beforePacked.Length + StoredHeader + slotLength + afterPacked.Length + Trailer;

    public void Write(Span<byte> to, ReadOnlySpan<byte> slot)
    {
        before.CopyTo(to);
        slot.CopyTo(to[before.Length..]);
        after.CopyTo(to[(before.Length + slotLength)..]);
    }

    /// <summary>The same as a gzip file.</summary>
    public void WritePacked(Span<byte> to, ReadOnlySpan<byte> slot)
    {
        beforePacked.CopyTo(to);
        to = to[beforePacked.Length..];
        to[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(to[1..], (ushort)slotLength);
        BinaryPrimitives.WriteUInt16LittleEndian(to[3..], (ushort)~slotLength);
        slot.CopyTo(to[StoredHeader..]);
        to = to[(StoredHeader + slotLength)..];
        afterPacked.CopyTo(to);
        to = to[afterPacked.Length..];
        var sum = overSlot.Of(beforeSum) ^ Crc32.HashToUInt32(slot);
        BinaryPrimitives.WriteUInt32LittleEndian(to, overAfter.Of(sum) ^ afterSum);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], (uint)Length);
    }

    private static byte[] Deflate(byte[] bytes, bool last)
    {
        if (bytes.Length == 0)
        {
            // Of nothing the compressor writes nothing, not even the end.
            return last ? EmptyLastBlock : [];
        }

        using var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize);
        deflate.Write(bytes);
        if (!last)
        {
            // Ends at a whole byte, and leaves the stream open for what follows.
            deflate.Flush();
            return packed.ToArray();
        }

        deflate.Close();
        return packed.ToArray();
    }
}

/// <summary>
/// What so many bytes after it do to a CRC-32: a linear map over GF(2), as a table for each byte of the sum. With it the sums of parts
/// become the sum of the whole (M. Adler, zlib's crc32_combine).
/// </summary>
public sealed class Crc32Shift
{
    private const uint Polynomial = 0xedb88320;
    private const int Bits = 32;

    private readonly uint[] tables = new uint[4 * 256];

    public Crc32Shift(int length)
    {
        // The map of one zero bit, then squared and multiplied up to 8 × length of them.
        var one = new uint[Bits];
        one[0] = Polynomial;
        for (var bit = 1; bit < Bits; bit++)
        {
            one[bit] = 1u << (bit - 1);
        }

        var shift = new uint[Bits];
        for (var bit = 0; bit < Bits; bit++)
        {
            shift[bit] = 1u << bit;
        }

        for (var left = 8L * length; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                shift = Times(one, shift);
            }

            one = Times(one, one);
        }

        for (var place = 0; place < 4; place++)
        {
            for (var value = 0; value < 256; value++)
            {
                tables[(place * 256) + value] = Apply(shift, (uint)value << (8 * place));
            }
        }
    }

    public uint Of(uint sum) =>
        tables[sum & 255]
        ^ tables[256 + ((sum >> 8) & 255)]
        ^ tables[512 + ((sum >> 16) & 255)]
        ^ tables[768 + (sum >> 24)];

    private static uint[] Times(uint[] left, uint[] right) =>
        Array.ConvertAll(right, column => Apply(left, column));

    private static uint Apply(uint[] map, uint vector)
    {
        var sum = 0u;
        for (var bit = 0; vector != 0; bit++, vector >>= 1)
        {
            if ((vector & 1) == 1)
            {
                sum ^= map[bit];
            }
        }

        return sum;
    }
}
