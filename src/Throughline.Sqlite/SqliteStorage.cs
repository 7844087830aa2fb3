using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Sqlite;

/// <summary>The embedded default: one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public sealed class SqliteStorage(string file) : IStorage
{
    /// <summary>SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN.</summary>
    private static readonly int[] PassingCodes = [5, 6, 8, 10, 13, 14];

    public string Name => "sqlite";

    public bool ReadsInTransaction => false;

    public string File => file;

    public string ConnectionString { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = true,
        }.ToString();

    public void Configure(DbContextOptionsBuilder options) =>
        options
            .UseSqlite(
                ConnectionString,
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name)
            )
            .AddInterceptors(DurablePragmas.Instance);

    public async Task Migrate(CancellationToken cancel)
    {
        await using var alone = await FileLock.Take(file + ".migrating", cancel);
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        Configure(options);
        await using var db = new ThroughlineDb(options.Options, this);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            // We hold the only lock that counts. A row of EF's own lock here was left by a killed process, and would be waited for
            // forever.
            await db.Database.ExecuteSqlRawAsync(
                "DROP TABLE IF EXISTS \"__EFMigrationsLock\"",
                cancel
            );
            await db.Database.MigrateAsync(cancel);
        }
    }

    public Task TellWho(ThroughlineDb db, CancellationToken cancel) => Task.CompletedTask;

    public bool IsPassing(Exception fault) =>
        fault is SqliteException sqlite
            ? PassingCodes.Contains(sqlite.SqliteErrorCode)
            : fault.InnerException is not null && IsPassing(fault.InnerException);
}
