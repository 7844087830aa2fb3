namespace Throughline.Data;

/// <summary>The last migration of a database (null: none yet) and how many rows each table holds.</summary>
public sealed record Stored(string? Schema, IReadOnlyDictionary<string, long> Rows)
{
    public static readonly Stored Empty = new(null, new Dictionary<string, long>());
}

/// <summary>What whoever runs the server does with a database: looks after it, copies it, puts a copy back.</summary>
public interface IUpkeep
{
    /// <summary>What the copy is called inside a backup: <c>throughline.db</c>.</summary>
    string CopyName { get; }

    Task<Stored> Look(CancellationToken cancel);

    /// <summary>What is wrong, in sentences; empty where all is well.</summary>
    Task<IReadOnlyList<string>> Problems(CancellationToken cancel);

    /// <summary>A whole, checked copy of one moment, while others go on writing. Answers what is in the copy.</summary>
    Task<Stored> Copy(string to, CancellationToken cancel);

    /// <summary>
    /// Checks a copy and puts it into place (SQLite: the copy already stands where the database will be). Refuses a copy that is
    /// damaged or newer than the program, and a database that is not empty unless <paramref name="force"/>, which sets the old one aside.
    /// </summary>
    Task Restore(string from, Stored expected, bool force, CancellationToken cancel);
}
