using Npgsql;
using Throughline.Data;
using Throughline.Postgres;
using Throughline.Sqlite;
using Xunit;

namespace Throughline.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// An empty, migrated database for one test: a copy of a template, so that it costs milliseconds. <c>[Theory, EachDatabase]</c>
/// runs a test once on each kind.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim One = new(1);
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    private readonly string? folder;

    private TestDatabase(IStorage storage, string? folder)
    {
        Storage = storage;
        this.folder = folder;
    }

    public IStorage Storage { get; }

    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        await One.WaitAsync();
        try
        {
            return kind == DatabaseKind.Sqlite ? await Sqlite() : await Postgres();
        }
        finally
        {
            One.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            System.IO.Directory.Delete(folder, recursive: true);
        }
        else if (Storage is PostgresStorage postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres.Connection));
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<TestDatabase> Sqlite()
    {
        if (sqliteTemplate is null)
        {
            var template = Path.Combine(
                System.IO.Directory.CreateTempSubdirectory("throughline-template").FullName,
                "template.db"
            );
            await new SqliteStorage(template).Migrate(CancellationToken.None);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            sqliteTemplate = template;
        }

        var own = System.IO.Directory.CreateTempSubdirectory("throughline-test").FullName;
        var file = Path.Combine(own, "throughline.db");
        File.Copy(sqliteTemplate, file);
        return new TestDatabase(new SqliteStorage(file), own);
    }

    private static async Task<TestDatabase> Postgres()
    {
        var server = await PostgresServer.Connection;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed on this machine.");
        if (postgresTemplate is null)
        {
            await CreateRole(server);
            await Execute(server, "create database throughline_template");
            await PostgresOn(server, "throughline_template").Migrate(CancellationToken.None);
            NpgsqlConnection.ClearAllPools();
            postgresTemplate = "throughline_template";
        }

        var name = "t" + Guid.CreateVersion7().ToString("n");
        await Execute(server, $"create database {name} template {postgresTemplate}");
        return new TestDatabase(PostgresOn(server, name), null);
    }

    /// <summary>A new database without any table, of an owner who is no superuser: as an installation begins.</summary>
    public static async Task<PostgresStorage> EmptyPostgres()
    {
        var server = await PostgresServer.Connection;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed on this machine.");
        await One.WaitAsync();
        try
        {
            await CreateRole(server);
            var name = "e" + Guid.CreateVersion7().ToString("n");
            await Execute(server, $"create database {name} owner throughline_owner");
            return new PostgresStorage(
                On(server, name, "throughline_app"),
                On(server, name, "throughline_owner")
            );
        }
        finally
        {
            One.Release();
        }
    }

    private static Task CreateRole(string server) =>
        Execute(
            server,
            """
            do $$ begin
              if not exists (select 1 from pg_roles where rolname = 'throughline_app') then create role throughline_app login; end if;
              if not exists (select 1 from pg_roles where rolname = 'throughline_owner') then create role throughline_owner login; end if;
            end $$
            """
        );

    private static string On(string server, string database, string role) =>
        new NpgsqlConnectionStringBuilder(server)
        {
            Database = database,
            Username = role,
        }.ToString();

    private static PostgresStorage PostgresOn(string server, string database) =>
        new(
            new NpgsqlConnectionStringBuilder(server)
            {
                Database = database,
                Username = "throughline_app",
            }.ToString(),
            new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString()
        );

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(
            server + ";Database=postgres;Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
