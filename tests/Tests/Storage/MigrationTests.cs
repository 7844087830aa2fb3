using Microsoft.Data.Sqlite;
using Npgsql;
using Throughline.Data;
using Throughline.Postgres;
using Throughline.Sqlite;
using Throughline.Testing;

namespace Throughline.Tests.Storage;

public sealed class MigrationTests
{
    private const string Newer = "99990101000000_FromTheFuture";

    [Theory, EachDatabase]
    public async Task A_database_of_a_newer_program_is_refused_in_a_sentence(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        System.IO.Directory.CreateDirectory(place.Data);
        var storage = place.Storage();
        await storage.Migrate(default);
        await Execute(storage, $"insert into \"__EFMigrationsHistory\" values ('{Newer}', '99.0')");

        var refused = await Assert.ThrowsAsync<StorageRefused>(() => storage.Migrate(default));

        Assert.Contains(Newer, refused.Message);
        Assert.Contains("Nothing was changed", refused.Message);
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_does_not_stop_the_next_start()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        System.IO.Directory.CreateDirectory(place.Data);
        var storage = place.Storage();
        await Execute(
            storage,
            "create table \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-01-01')"
        );

        await storage.Migrate(default).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Empty(await storage.Upkeep.Problems(default));
    }

    [Fact]
    public async Task Two_starts_at_once_migrate_once()
    {
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var place = await Place.Create(kind);
            System.IO.Directory.CreateDirectory(place.Data);

            await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.Storage().Migrate(default)))
            );

            Assert.Empty(await place.Storage().Upkeep.Problems(default));
        }
    }

    [Fact]
    public async Task A_new_file_gets_at_once_what_the_migrations_make_step_by_step()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        System.IO.Directory.CreateDirectory(place.Data);
        var atOnce = (SqliteStorage)place.Storage();
        var stepped = new SqliteStorage(Path.Combine(place.Data, "stepped.db"));
        // A file that holds something is no new one.
        await Execute(stepped, "create table earlier (x integer)");

        await atOnce.Migrate(default);
        await stepped.Migrate(default);
        // The lock that the library makes and leaves, which nobody needs here.
        await Execute(stepped, "drop table earlier; drop table \"__EFMigrationsLock\"");

        var told = await Told(atOnce);
        Assert.Contains("WITHOUT ROWID", string.Concat(told));
        Assert.Equal(await Told(stepped), told);
    }

    /// <summary>Every table and index by its words, its columns apart from their order; and the migrations that it says it has.</summary>
    private static async Task<IReadOnlyList<string>> Told(SqliteStorage storage)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={storage.File};Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema
            union all select "MigrationId" || ' ' || "ProductVersion" from "__EFMigrationsHistory"
            union all select * from pragma_journal_mode
            """;
        await using var rows = await command.ExecuteReaderAsync();
        var told = new List<string>();
        while (await rows.ReadAsync())
        {
            var lines = rows.GetString(0).Split(',', StringSplitOptions.TrimEntries);
            told.Add(string.Join(", ", lines.Order(StringComparer.Ordinal)));
        }

        told.Sort(StringComparer.Ordinal);
        return told;
    }

    [Fact]
    public async Task Before_a_migration_a_database_that_holds_something_is_copied()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        System.IO.Directory.CreateDirectory(place.Data);
        var storage = place.Storage();
        await Execute(storage, "create table earlier (x integer)");
        await storage.Migrate(default);
        Assert.False(System.IO.Directory.Exists(Path.Combine(place.Data, "backups")));
        // As if it came from a version before the first migration.
        var tables = (await storage.Upkeep.Look(default)).Rows.Keys.Where(table =>
            table is not "earlier" && !table.StartsWith("__EF", StringComparison.Ordinal)
        );
        await Execute(
            storage,
            "pragma foreign_keys=off; insert into earlier values (42); delete from \"__EFMigrationsHistory\";"
                + string.Concat(tables.Select(table => $"drop table \"{table}\";"))
        );

        await storage.Migrate(default);

        var copy = Assert.Single(System.IO.Directory.GetFiles(Path.Combine(place.Data, "backups")));
        Assert.StartsWith("before-", Path.GetFileName(copy));
        Assert.Equal(1, (await new SqliteStorage(copy).Upkeep.Look(default)).Rows["earlier"]);
    }

    [Fact]
    public async Task What_is_no_database_is_refused_in_a_sentence_and_left_alone()
    {
        await using var place = await Place.Create(DatabaseKind.Sqlite);
        System.IO.Directory.CreateDirectory(place.Data);
        var file = Path.Combine(place.Data, "throughline.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));

        await Assert.ThrowsAsync<StorageRefused>(() => place.Storage().Migrate(default));

        Assert.Equal(5000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Nothing_is_served_by_a_role_that_row_security_does_not_bind()
    {
        await using var place = await Place.Create(DatabaseKind.Postgres);
        var two = (PostgresStorage)place.Storage();
        var one = new PostgresStorage(two.OwnerConnection);
        await one.Migrate(default);

        var refused = await Assert.ThrowsAsync<StorageRefused>(() =>
            one.MakeSureItMayServe(default)
        );

        Assert.Contains("owns the tables", refused.Message);
        Assert.Contains("THROUGHLINE_POSTGRES_OWNER", refused.Message);
    }

    [Fact]
    public async Task Row_security_and_grants_that_went_missing_come_back_at_the_next_start()
    {
        await using var place = await Place.Create(DatabaseKind.Postgres);
        var storage = (PostgresStorage)place.Storage();
        await storage.Migrate(default);
        await Execute(
            storage,
            "alter table school no force row level security; revoke select on happening from throughline_app; drop policy district on membership"
        );
        Assert.Equal(3, (await storage.Upkeep.Problems(default)).Count);

        await storage.Migrate(default);
        await storage.MakeSureItMayServe(default);

        Assert.Empty(await storage.Upkeep.Problems(default));
    }

    [Fact]
    public async Task Without_the_owners_connection_nothing_is_migrated_and_a_sentence_says_why()
    {
        await using var place = await Place.Create(DatabaseKind.Postgres);
        var two = (PostgresStorage)place.Storage();
        var serving = new PostgresStorage(two.Connection);

        await Assert.ThrowsAsync<StorageRefused>(() => serving.Migrate(default));
        await two.Migrate(default);
        await serving.Migrate(default);
        await serving.MakeSureItMayServe(default);
    }

    private static async Task Execute(IStorage storage, string sql)
    {
        await using System.Data.Common.DbConnection connection = storage is SqliteStorage sqlite
            ? new SqliteConnection($"Data Source={sqlite.File};Pooling=false")
            : new NpgsqlConnection(((PostgresStorage)storage).OwnerConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
