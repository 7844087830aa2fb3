using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Sqlite;

public sealed class SqliteUpkeep(SqliteStorage storage, TimeProvider clock) : IUpkeep
{
    public string CopyName => "throughline.db";

    public async Task<Stored> Look(CancellationToken cancel)
    {
        if (!File.Exists(storage.File))
        {
            return Stored.Empty;
        }

        await using var connection = await Open(storage.File, SqliteOpenMode.ReadWrite, cancel);
        return await Look(connection, cancel);
    }

    public async Task<IReadOnlyList<string>> Problems(CancellationToken cancel)
    {
        if (!File.Exists(storage.File))
        {
            return ["There is no database yet. Run throughline migrate, or start the server."];
        }

        var problems = new List<string>();
        await using var db = storage.OpenContext();
        if (await Schema.Pending(db, cancel) is [var first, ..])
        {
            problems.Add(
                $"The database still needs the migration {first}. Run throughline migrate, or start the server."
            );
        }

        await using var connection = await Open(storage.File, SqliteOpenMode.ReadWrite, cancel);
        problems.AddRange(await Damage(connection, cancel));
        return problems;
    }

    public async Task<Stored> Copy(string to, CancellationToken cancel)
    {
        await using (var connection = await Open(storage.File, SqliteOpenMode.ReadWrite, cancel))
        {
            await using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $to";
            vacuum.CommandTimeout = 0;
            vacuum.Parameters.AddWithValue("$to", to);
            await vacuum.ExecuteNonQueryAsync(cancel);
        }

        SyncToDisk(to);
        return await Check(to, cancel);
    }

    public async Task Restore(string from, Stored expected, bool force, CancellationToken cancel)
    {
        var found = await Check(from, cancel);
        if (expected.Rows.Any(table => found.Rows.GetValueOrDefault(table.Key) != table.Value))
        {
            throw new StorageRefused(
                "The backup does not hold the rows that it says it holds. Nothing was changed."
            );
        }
    }

    /// <summary>A copy under <c>backups/</c> before a migration, where there is anything to lose.</summary>
    internal async Task CopyBefore(string migration, CancellationToken cancel)
    {
        if (!(await Look(cancel)).Rows.Values.Any(count => count > 0))
        {
            return;
        }

        var folder = Path.Combine(Path.GetDirectoryName(storage.File)!, "backups");
        System.IO.Directory.CreateDirectory(folder);
        foreach (var unfinished in System.IO.Directory.GetFiles(folder, "before-*.part"))
        {
            File.Delete(unfinished);
        }

        var time = clock
            .GetUtcNow()
            .ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var copy = Path.Combine(folder, $"before-{migration}-{time}.db");
        await Copy(copy + ".part", cancel);
        File.Move(copy + ".part", copy);
    }

    private async Task<Stored> Check(string copy, CancellationToken cancel)
    {
        await using var connection = await Open(copy, SqliteOpenMode.ReadOnly, cancel);
        try
        {
            if (await Damage(connection, cancel) is [var first, ..])
            {
                throw new StorageRefused($"The copy is not whole: {first} Nothing was changed.");
            }

            await using var db = storage.OpenContext();
            Schema.RefuseUnknown(await Applied(connection, cancel), db.Database.GetMigrations());
            return await Look(connection, cancel);
        }
        catch (SqliteException damaged)
        {
            throw new StorageRefused(
                $"The copy is no whole SQLite database ({damaged.Message}). Nothing was changed.",
                damaged
            );
        }
    }

    private static async Task<IReadOnlyList<string>> Damage(
        SqliteConnection connection,
        CancellationToken cancel
    )
    {
        var integrity = await Column(connection, "PRAGMA integrity_check", cancel);
        var orphans = await Column(connection, "PRAGMA foreign_key_check", cancel);
        return
        [
            .. integrity
                .Where(line => line != "ok")
                .Select(line => $"SQLite's integrity check says: {line}."),
            .. orphans
                .CountBy(table => table)
                .Select(table =>
                    $"{table.Value} rows of {table.Key} point to rows that are not there."
                ),
        ];
    }

    private static async Task<Stored> Look(SqliteConnection connection, CancellationToken cancel)
    {
        var tables = await Column(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name",
            cancel
        );
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var count = await Column(connection, $"SELECT count(*) FROM \"{table}\"", cancel);
            rows[table] = long.Parse(count[0], CultureInfo.InvariantCulture);
        }

        return new Stored((await Applied(connection, cancel)).LastOrDefault(), rows);
    }

    private static async Task<List<string>> Applied(
        SqliteConnection connection,
        CancellationToken cancel
    ) =>
        await Column(
            connection,
            "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'",
            cancel
        )
            is []
            ? []
            : await Column(
                connection,
                "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1",
                cancel
            );

    private static async Task<List<string>> Column(
        SqliteConnection connection,
        string sql,
        CancellationToken cancel
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var values = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task<SqliteConnection> Open(
        string file,
        SqliteOpenMode mode,
        CancellationToken cancel
    )
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 5,
            }.ToString()
        );
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static void SyncToDisk(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
