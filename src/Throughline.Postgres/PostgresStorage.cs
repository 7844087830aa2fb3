using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Data;
using Throughline.Postgres.Model;

namespace Throughline.Postgres;

/// <summary>
/// PostgreSQL 15 or later. <paramref name="connection"/> is of a role that owns no table, so that row-level security binds it;
/// <paramref name="ownerConnection"/> is used by migrations and upkeep only.
/// Where <paramref name="visitorsWait"/>, a database that does not answer is given up within five seconds.
/// </summary>
public sealed class PostgresStorage(
    string connection,
    string? ownerConnection = null,
    bool visitorsWait = false
) : IStorage
{
    private const long MigrationLock = 7207310195;

    private readonly string serving = visitorsWait ? Impatient(connection) : connection;

    public string Name => "postgres";

    public bool ReadsInTransaction => true;

    public string Connection => serving;

    public string OwnerConnection => ownerConnection ?? connection;

    public IUpkeep Upkeep => new PostgresUpkeep(this);

    public IAnswerStore Answers => new PostgresAnswers(serving, OwnerConnection);

    public void Configure(DbContextOptionsBuilder options) => Configure(options, serving);

    public async Task Migrate(CancellationToken cancel)
    {
        // Not pooled: the lock belongs to the session, and a pooled session would take it along into the pool.
        await using var owner = await OpenAlone(OwnerConnection, cancel);
        await owner.Run($"select pg_advisory_lock({MigrationLock})", cancel);
        var role = await ServingRole(cancel);
        await using var db = OpenContext(owner.ConnectionString);
        var pending = await Schema.Pending(db, cancel);
        if (pending.Count > 0)
        {
            await PostgresRoles.RefuseWithoutMaking(owner, pending[0], cancel);
            await db.Database.MigrateAsync(cancel);
        }

        if (
            pending.Count > 0
            || (await RowLevelSecurity.Missing(db, owner, role, cancel)).Count > 0
        )
        {
            await PostgresRoles.RefuseWithoutOwning(owner, cancel);
            await RowLevelSecurity.Apply(db, owner, role, cancel);
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
        fault
            is NpgsqlException { IsTransient: true }
                or PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction }
        || (fault.InnerException is not null && IsPassing(fault.InnerException));

    /// <summary>A refusal that the server spoke is certain; silence during a commit is not.</summary>
    public bool LeavesInDoubt(Exception fault) =>
        fault is NpgsqlException and not PostgresException
        || (fault.InnerException is not null && LeavesInDoubt(fault.InnerException));

    public async Task MakeSureItMayServe(CancellationToken cancel)
    {
        await using var server = await OpenAlone(serving, cancel);
        await PostgresRoles.RefuseAboveRowSecurity(server, cancel);
    }

    public async Task TryToWrite(CancellationToken cancel)
    {
        await using var server = new NpgsqlConnection(serving);
        await server.OpenAsync(cancel);
        await server.Run("begin read write; select pg_current_xact_id(); rollback", cancel);
    }

    internal static async Task<NpgsqlConnection> OpenAlone(
        string connection,
        CancellationToken cancel
    )
    {
        var alone = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connection)
            {
                Pooling = false,
                CommandTimeout = 0,
                PersistSecurityInfo = true,
            }.ToString()
        );
        try
        {
            await alone.OpenAsync(cancel);
        }
        catch (NpgsqlException refused)
        {
            await alone.DisposeAsync();
            throw new StorageRefused(
                $"PostgreSQL does not let us in: {refused.Message} Nothing was changed. Look at THROUGHLINE_POSTGRES and THROUGHLINE_POSTGRES_OWNER, and whether the server runs.",
                refused
            );
        }

        return alone;
    }

    internal ThroughlineDb OpenContext(string with)
    {
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        Configure(options, with);
        return new ThroughlineDb(options.Options, this);
    }

    /// <summary>Who serves here, as PostgreSQL itself names them.</summary>
    internal async Task<string> ServingRole(CancellationToken cancel)
    {
        await using var server = await OpenAlone(serving, cancel);
        return await server.One<string>("select current_user::text", cancel);
    }

    private static void Configure(DbContextOptionsBuilder options, string connection) =>
        options
            .UseNpgsql(
                connection,
                npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name)
            )
            .StartQuickly(ThroughlineDbModel.Instance);

    /// <summary>Npgsql's own defaults are shortened; what the connection string says otherwise stands.</summary>
    private static string Impatient(string connection)
    {
        var given = new NpgsqlConnectionStringBuilder(connection);
        var defaults = new NpgsqlConnectionStringBuilder();
        if (given.Timeout == defaults.Timeout)
        {
            given.Timeout = 4;
        }

        if (given.CommandTimeout == defaults.CommandTimeout)
        {
            given.CommandTimeout = 4;
            given.CancellationTimeout = 500;
        }

        return given.ToString();
    }
}
