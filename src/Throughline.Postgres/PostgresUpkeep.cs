using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Data;

namespace Throughline.Postgres;

public sealed class PostgresUpkeep(PostgresStorage storage) : IUpkeep
{
    private const string OurTables =
        "select tablename::text from pg_tables where schemaname = 'public' and tablename not like '\\_\\_EF%' order by tablename collate \"C\"";

    /// <summary>Written anew by <see cref="RowLevelSecurity"/>, for the roles of the database that is restored into.</summary>
    private static readonly string[] LeftOut =
    [
        " POLICY ",
        " ROW SECURITY ",
        " COMMENT public POLICY ",
        " SCHEMA - public ",
        " COMMENT - SCHEMA public ",
    ];

    public string CopyName => "throughline.dump";

    public async Task<Stored> Look(CancellationToken cancel)
    {
        await using var owner = await PostgresStorage.OpenAlone(storage.OwnerConnection, cancel);
        await owner.Run("begin isolation level repeatable read read only", cancel);
        return await Look(owner, cancel);
    }

    public async Task<IReadOnlyList<string>> Problems(CancellationToken cancel)
    {
        await using var owner = await PostgresStorage.OpenAlone(storage.OwnerConnection, cancel);
        await using var db = storage.OpenContext(owner.ConnectionString);
        if (await Schema.Pending(db, cancel) is [var first, ..])
        {
            return
            [
                $"The database still needs the migration {first}. Run throughline migrate with THROUGHLINE_POSTGRES_OWNER.",
            ];
        }

        var problems = new List<string>(
            await RowLevelSecurity.Missing(db, owner, await storage.ServingRole(cancel), cancel)
        );
        try
        {
            await storage.MakeSureItMayServe(cancel);
        }
        catch (StorageRefused above)
        {
            problems.Add(above.Message);
        }

        return problems;
    }

    public async Task<Stored> Copy(string to, CancellationToken cancel)
    {
        await using var owner = await PostgresStorage.OpenAlone(storage.OwnerConnection, cancel);
        // The rows are counted in the very snapshot that is dumped.
        await owner.Run("begin isolation level repeatable read read only", cancel);
        var snapshot = await owner.One<string>("select pg_export_snapshot()", cancel);
        await PostgresPrograms.Run(
            "pg_dump",
            owner.ConnectionString,
            [
                "-Fc",
                "--no-owner",
                "--no-privileges",
                "--enable-row-security",
                "--schema=public",
                "--snapshot=" + snapshot,
                "--file=" + to,
            ],
            cancel
        );
        await PostgresPrograms.Run("pg_restore", owner.ConnectionString, ["--list", to], cancel);
        return await Look(owner, cancel);
    }

    public async Task Restore(string from, Stored expected, bool force, CancellationToken cancel)
    {
        await using var owner = await PostgresStorage.OpenAlone(storage.OwnerConnection, cancel);
        await using var db = storage.OpenContext(owner.ConnectionString);
        Schema.RefuseUnknown(
            expected.Schema is null ? [] : [expected.Schema],
            db.Database.GetMigrations()
        );
        var contents = await PostgresPrograms.Run(
            "pg_restore",
            owner.ConnectionString,
            ["--list", from],
            cancel
        );
        var aside = await MakeRoom(owner, force, cancel);
        try
        {
            await Load(owner, from, contents, cancel);
            var found = await Look(owner, cancel);
            if (expected.Rows.Any(table => found.Rows.GetValueOrDefault(table.Key) != table.Value))
            {
                throw new StorageRefused(
                    "The backup does not hold the rows that it says it holds. The database was put back as it was."
                );
            }
        }
        catch
        {
            await owner.Run(
                "drop schema public cascade; "
                    + (
                        aside is null
                            ? "create schema public"
                            : $"alter schema {Sql.Quoted(aside)} rename to public"
                    ),
                CancellationToken.None
            );
            throw;
        }

        await RowLevelSecurity.Apply(db, owner, await storage.ServingRole(cancel), cancel);
    }

    private static async Task Load(
        NpgsqlConnection owner,
        string from,
        string contents,
        CancellationToken cancel
    )
    {
        var list = from + ".list";
        await File.WriteAllLinesAsync(
            list,
            contents
                .Split('\n')
                .Where(line => !LeftOut.Any(part => line.Contains(part, StringComparison.Ordinal))),
            cancel
        );
        await PostgresPrograms.Run(
            "pg_restore",
            owner.ConnectionString,
            [
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--use-list=" + list,
                "--dbname=" + new NpgsqlConnectionStringBuilder(owner.ConnectionString).Database,
                from,
            ],
            cancel
        );
        File.Delete(list);
    }

    /// <summary>An empty schema. What stood there is renamed, not dropped; answers its new name.</summary>
    private static async Task<string?> MakeRoom(
        NpgsqlConnection owner,
        bool force,
        CancellationToken cancel
    )
    {
        if (
            (
                await owner.Column(
                    "select relname::text from pg_class where relnamespace = 'public'::regnamespace limit 1",
                    cancel
                )
            ).Count == 0
        )
        {
            return null;
        }

        if (!force)
        {
            throw new StorageRefused(
                $"The database {owner.Database} is not empty. Nothing was changed. Name an empty one, or say --force to set aside what is there."
            );
        }

        var aside = await owner.One<string>(
            "select 'before_restore_' || to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDD\"t\"HH24MISSMS')",
            cancel
        );
        await owner.Run(
            $"begin; alter schema public rename to {Sql.Quoted(aside)}; create schema public; commit",
            cancel
        );
        return aside;
    }

    private static async Task<Stored> Look(NpgsqlConnection owner, CancellationToken cancel)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await owner.Column(OurTables, cancel))
        {
            rows[table] = await owner.One<long>(
                $"select count(*) from {Sql.Quoted(table)}",
                cancel
            );
        }

        var schema = await owner.One<bool>(
            "select to_regclass('public.\"__EFMigrationsHistory\"') is not null",
            cancel
        )
            ? await owner.Column(
                "select \"MigrationId\" from \"__EFMigrationsHistory\" order by 1",
                cancel
            )
            : [];
        return new Stored(schema.LastOrDefault(), rows);
    }
}
