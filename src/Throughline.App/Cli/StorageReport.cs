using Throughline.Data;

namespace Throughline.App.Cli;

/// <summary>What the storage commands answer with <c>--json</c>. <c>sha256</c> is of the backup file, where there is one.</summary>
public sealed record StorageReport(
    string? Schema,
    long Rows,
    IReadOnlyDictionary<string, long> RowsByTable,
    string? Sha256,
    bool Ok,
    IReadOnlyList<string> Problems
)
{
    public string? File { get; init; }

    public long? Bytes { get; init; }

    public static StorageReport Of(Stored stored, params IReadOnlyList<string> problems) =>
        new(
            stored.Schema,
            stored.Rows.Values.Sum(),
            stored.Rows,
            null,
            problems.Count == 0,
            problems
        );
}
