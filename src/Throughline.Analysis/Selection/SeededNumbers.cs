using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughline.Analysis.Selection;

/// <summary>
/// Random numbers that anybody can work out again with any SHA-256 program. Number i (from 0) of the seed S is the SHA-256 hash of the
/// UTF-8 text "S:i", of which the first 16 hexadecimal digits are read as a whole number. To choose one of n, numbers at or above the
/// largest multiple of n below 2^64 are passed over (for a thousand, one in 3·10^16), and the remainder by n is taken.
/// </summary>
public sealed class SeededNumbers(string seed)
{
    private long next;

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1, each equally likely.</summary>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var whole = (UInt128.One << 64) / (uint)count * (uint)count;
        while (true)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{seed}:{next++}");
            var number = BinaryPrimitives.ReadUInt64BigEndian(
                SHA256.HashData(Encoding.UTF8.GetBytes(text))
            );
            if (number < whole)
            {
                return (int)(number % (uint)count);
            }
        }
    }

    /// <summary>The same things in a random order (Fisher and Yates, from the last place down).</summary>
    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        var order = things.ToArray();
        for (var last = order.Length - 1; last > 0; last--)
        {
            var at = Below(last + 1);
            (order[last], order[at]) = (order[at], order[last]);
        }

        return order;
    }
}
