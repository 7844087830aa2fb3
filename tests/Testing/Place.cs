using Npgsql;
using Throughline.Data;
using Throughline.Postgres;
using Throughline.Sqlite;

namespace Throughline.Testing;

/// <summary>Where a program of its own works: an empty data folder and, on PostgreSQL, an empty database, as its environment names them.</summary>
public sealed class Place : IAsyncDisposable
{
    private readonly string parent;

    private Place(string parent, IReadOnlyDictionary<string, string> environment)
    {
        this.parent = parent;
        Environment = environment;
    }

    public string Data => Path.Combine(parent, "data");

    public IReadOnlyDictionary<string, string> Environment { get; private set; }

    public static async Task<Place> Create(DatabaseKind kind)
    {
        var parent = System.IO.Directory.CreateTempSubdirectory("throughline-place").FullName;
        return new Place(
            parent,
            kind == DatabaseKind.Sqlite
                ? new Dictionary<string, string>()
                : EnvironmentOf(await TestDatabase.EmptyPostgres())
        );
    }

    /// <summary>A file beside the data folder.</summary>
    public string File(string name) => Path.Combine(parent, name);

    /// <summary>From here on another, empty database (PostgreSQL; on SQLite the folder is the database).</summary>
    public async Task MoveToAnEmptyDatabase()
    {
        if (Environment.Count > 0)
        {
            Environment = EnvironmentOf(await TestDatabase.EmptyPostgres());
        }
    }

    public IStorage Storage(string? data = null) =>
        Environment.Count > 0
            ? new PostgresStorage(
                Environment["THROUGHLINE_POSTGRES"],
                Environment["THROUGHLINE_POSTGRES_OWNER"]
            )
            : new SqliteStorage(Path.Combine(data ?? Data, "throughline.db"));

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        System.IO.Directory.Delete(parent, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Dictionary<string, string> EnvironmentOf(PostgresStorage storage) =>
        new()
        {
            ["THROUGHLINE_POSTGRES"] = storage.Connection,
            ["THROUGHLINE_POSTGRES_OWNER"] = storage.OwnerConnection,
        };
}
