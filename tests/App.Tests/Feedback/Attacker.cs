using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Throughline.Data;
using Throughline.Postgres;
using Throughline.Sqlite;

namespace Throughline.App.Tests.Feedback;

/// <summary>Whoever holds the database: reads every table, whatever the walls of the product, and where and when its rows came to lie.</summary>
internal sealed class Attacker : IAsyncDisposable
{
    /// <summary>No order at all: SQLite reads a table as it lies.</summary>
    private const string AsTheyLie = "''";

    private readonly DbConnection connection;

    private Attacker(DbConnection connection) => this.connection = connection;

    private bool IsSqlite => connection is SqliteConnection;

    public static async Task<Attacker> Open(IStorage storage)
    {
        DbConnection connection = storage switch
        {
            SqliteStorage sqlite => new SqliteConnection(sqlite.ConnectionString),
            PostgresStorage postgres => new NpgsqlConnection(postgres.OwnerConnection),
            _ => throw new ArgumentOutOfRangeException(nameof(storage)),
        };
        await connection.OpenAsync();
        return new Attacker(connection);
    }

    /// <summary>
    /// The first column as text. <c>{place}</c> is the order in which the rows lie, <c>{transaction}</c> that in which they were written.
    /// </summary>
    public async Task<List<string>> Read(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = await Placed(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), null)!);
        }

        return rows;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<string> Placed(string sql)
    {
        if (!IsSqlite)
        {
            return sql.Replace("{place}", "ctid", StringComparison.Ordinal)
                .Replace("{transaction}", "xmin::text::bigint", StringComparison.Ordinal);
        }

        var table = sql.Split(" from ")[1].Split(' ')[0];
        await using var command = connection.CreateCommand();
        command.CommandText = $"select sql from sqlite_master where name = '{table}'";
        var hasNumbers = !((string)(await command.ExecuteScalarAsync())!).Contains(
            "WITHOUT ROWID",
            StringComparison.Ordinal
        );
        return sql.Replace("{place}", hasNumbers ? "rowid" : AsTheyLie, StringComparison.Ordinal)
            .Replace("{transaction}", AsTheyLie, StringComparison.Ordinal);
    }
}
