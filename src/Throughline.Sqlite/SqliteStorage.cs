using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Throughline.Data;
using Throughline.Sqlite.Model;

namespace Throughline.Sqlite;

/// <summary>The embedded default: one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public sealed class SqliteStorage : IStorage
{
    /// <summary>The first release in which a write-ahead log cannot be corrupted by its own reset.</summary>
    public static readonly Version OldestLibrary = new(3, 51, 3);

    /// <summary>SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN.</summary>
    private static readonly int[] PassingCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>SQLITE_CORRUPT, SQLITE_NOTADB.</summary>
    private static readonly int[] DamagedCodes = [11, 26];

    /// <summary>Made beside what opens the storage and the file.</summary>
    private readonly Task<ThroughlineDbModel> model = Task.Run(() =>
        (ThroughlineDbModel)ThroughlineDbModel.Instance
    );

    private readonly SqliteUpkeep upkeep;

    public SqliteStorage(string file, TimeProvider? clock = null)
    {
        File = file;
        upkeep = new SqliteUpkeep(this, clock ?? TimeProvider.System);
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = true,
        }.ToString();
        Answers = new SqliteAnswers(ConnectionString);
    }

    public string Name => "sqlite";

    public bool ReadsInTransaction => false;

    public string File { get; }

    public string ConnectionString { get; }

    public IUpkeep Upkeep => upkeep;

    public IAnswerStore Answers { get; }

    public void Configure(DbContextOptionsBuilder options) =>
        options
            .UseSqlite(
                ConnectionString,
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name)
            )
            .StartQuickly(model.Result)
            .ReplaceService<IMigrationsSqlGenerator, KeyOrderedTables>()
            .AddInterceptors(DurablePragmas.Instance);

    public async Task Migrate(CancellationToken cancel)
    {
        await using var alone = await FileLock.Take(File + ".migrating", cancel);
        try
        {
            await RefuseAnOldLibrary(cancel);
            if (await NewDatabase.Make(ConnectionString, cancel))
            {
                return;
            }

            await using var db = OpenContext();
            var pending = await Schema.Pending(db, cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
            if (pending.Count > 0)
            {
                await upkeep.CopyBefore(pending[0], cancel);
                // We hold the only lock that counts. A row of EF's own lock here was left by a killed process, and would be waited
                // for for ever.
                await db.Database.ExecuteSqlRawAsync(
                    "DROP TABLE IF EXISTS \"__EFMigrationsLock\"",
                    cancel
                );
                await db.Database.MigrateAsync(cancel);
            }
        }
        catch (SqliteException damaged) when (DamagedCodes.Contains(damaged.SqliteErrorCode))
        {
            throw new StorageRefused(
                $"{File} is damaged or is no SQLite database. Nothing was changed. Set it aside and restore a backup "
                    + "(throughline restore FILE --to DIR).",
                damaged
            );
        }
    }

    public Task TellWho(ThroughlineDb db, CancellationToken cancel) => Task.CompletedTask;

    public bool IsPassing(Exception fault) =>
        fault is SqliteException sqlite
            ? PassingCodes.Contains(sqlite.SqliteErrorCode)
            : fault.InnerException is not null && IsPassing(fault.InnerException);

    /// <summary>A commit that fails is rolled back by the log: there is no other side that could have heard it.</summary>
    public bool LeavesInDoubt(Exception fault) => false;

    public Task MakeSureItMayServe(CancellationToken cancel) => Task.CompletedTask;

    public async Task TryToWrite(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancel);
        // Immediate: the writer's place is taken, and given back.
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await transaction.RollbackAsync(cancel);
    }

    internal ThroughlineDb OpenContext()
    {
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        Configure(options);
        return new ThroughlineDb(options.Options, this);
    }

    private static async Task RefuseAnOldLibrary(CancellationToken cancel)
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync(cancel);
        if (Version.Parse(memory.ServerVersion) < OldestLibrary)
        {
            throw new StorageRefused(
                $"This program runs with SQLite {memory.ServerVersion}; it needs {OldestLibrary} or later. Install the program anew."
            );
        }
    }
}
