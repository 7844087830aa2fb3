namespace Throughline.Directory.Reading;

/// <summary>The checksum a zip gives for each of its files; without it a shortened file would look whole.</summary>
sealed class Crc32
{
    static readonly uint[] Table = MakeTable();
    uint state = uint.MaxValue;

    public uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var current = state;
        foreach (var value in bytes)
        {
            current = Table[(byte)(current ^ value)] ^ (current >> 8);
        }

        state = current;
    }

    static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint value = 0; value < table.Length; value++)
        {
            var entry = value;
            for (var bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
            }

            table[value] = entry;
        }

        return table;
    }
}
