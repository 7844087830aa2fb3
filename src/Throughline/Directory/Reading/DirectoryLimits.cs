namespace Throughline.Directory.Reading;

/// <summary>How much of a stranger's file is read before it is refused.</summary>
public sealed record DirectoryLimits
{
    public static DirectoryLimits Default { get; } = new();

    public long Bytes { get; init; } = 100_000_000;
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 2_000;

    /// <summary>Longest first row in characters.</summary>
    public int HeaderLength { get; init; } = 1 << 17;
    public int CellLength { get; init; } = 32_768;

    /// <summary>Longest row in characters; also what the reader may hold of a file at once.</summary>
    public int RowLength { get; init; } = 1 << 16;

    /// <summary>Longest name, street or town that is stored.</summary>
    public int TextLength { get; init; } = 200;
    public int ZipEntries { get; init; } = 100;
    public long InflatedBytes { get; init; } = 300_000_000;
    public int InflationRatio { get; init; } = 50;

    /// <summary>An honest small file may be very repetitive: the ratio counts from here on.</summary>
    public long InflationGrace { get; init; } = 10_000_000;

    /// <summary>The least number of students that is shown of a roster, and that may stand beside those shown.</summary>
    public int SmallestGroup { get; init; } = 10;

    /// <summary>How many refused cells are listed one by one; all of them are counted.</summary>
    public int Listed { get; init; } = 1_000;
}
