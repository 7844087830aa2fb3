using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Data;

namespace Throughline.Postgres;

/// <summary>
/// PostgreSQL 15 or later. <paramref name="connection"/> is of a role that owns no table, so that row-level security binds it;
/// <paramref name="ownerConnection"/> is used by migrations only.
/// </summary>
public sealed class PostgresStorage(string connection, string? ownerConnection = null) : IStorage
{
    public string Name => "postgres";

    public bool ReadsInTransaction => true;

    public string Connection => connection;

    public string OwnerConnection => ownerConnection ?? connection;

    public void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(
            connection,
            npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name)
        );

    public async Task Migrate(CancellationToken cancel)
    {
        await using var alone = new NpgsqlConnection(OwnerConnection);
        await alone.OpenAsync(cancel);
        // An advisory lock of this session: it dies with the process.
        await using (var wait = new NpgsqlCommand("select pg_advisory_lock(7207310195)", alone))
        {
            await wait.ExecuteNonQueryAsync(cancel);
        }

        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        new PostgresStorage(OwnerConnection).Configure(options);
        await using var db = new ThroughlineDb(options.Options, this);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
            await RowLevelSecurity.Apply(
                db,
                new NpgsqlConnectionStringBuilder(connection).Username!,
                cancel
            );
        }
    }

    /// <summary>
    /// Local to the transaction: a pooled connection carries nothing over to the next request, and Citus passes only local
    /// settings on to its workers.
    /// </summary>
    public Task TellWho(ThroughlineDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select set_config('throughline.district', {db.District?.Value.ToString() ?? ""}, true), set_config('throughline.person', {db.Person?.Value.ToString() ?? ""}, true)",
            cancel
        );

    public bool IsPassing(Exception fault) =>
        fault is NpgsqlException { IsTransient: true }
        || (fault.InnerException is not null && IsPassing(fault.InnerException));
}
