namespace Throughline.Sample;

/// <summary>Numbers that are drawn once and for all (a linear congruential generator; D. Knuth, MMIX).</summary>
internal sealed class Picks(ulong state)
{
    private ulong state = state;

    public int Below(int count)
    {
        state = (state * 6364136223846793005) + 1442695040888963407;
        return (int)((state >> 33) % (ulong)count);
    }

    /// <summary>One of so many, by their weights.</summary>
    public int By(params int[] weights)
    {
        var left = Below(weights.Sum());
        var one = 0;
        while (left >= weights[one])
        {
            left -= weights[one++];
        }

        return one;
    }
}
