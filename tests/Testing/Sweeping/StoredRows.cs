using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Postgres;
using Throughline.Sqlite;

namespace Throughline.Testing.Sweeping;

/// <summary>What is in the database, seen past every wall: rows of one district as lines of text, and a way back to how they were.</summary>
public sealed class StoredRows(IStorage storage, IModel model)
{
    /// <summary>The tables whose rows belong to districts.</summary>
    public IReadOnlyList<IEntityType> Owned { get; } =
    [
        .. model
            .GetEntityTypes()
            .Where(type => type.ClrType.IsAssignableTo(typeof(IDistrictOwned)))
            .OrderBy(type => type.GetTableName(), StringComparer.Ordinal),
    ];

    public IReadOnlyList<IEntityType> All { get; } = [.. model.GetEntityTypes()];

    /// <summary>Every row of every district-owned table (the district's own row too), one line each, in a settled order.</summary>
    public async Task<List<string>> Of(DistrictId district)
    {
        var lines = new List<string>();
        await using var connection = await Open();
        foreach (var type in Owned)
        {
            await Read(connection, type.GetTableName()!, "district_id", district.Value, lines);
        }

        await Read(connection, "district", "id", district.Value, lines);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Every row of every table but those that any visit writes: the sessions' last sight, the tries that were counted.</summary>
    public async Task<List<string>> Everything()
    {
        var lines = new List<string>();
        await using var connection = await Open();
        foreach (
            var type in All.Where(type => type.ClrType.Name is not ("Session" or "SignInBudget"))
        )
        {
            await Read(connection, type.GetTableName()!, "", null, lines);
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public async Task<DbConnection> Open()
    {
        DbConnection connection = storage is PostgresStorage postgres
            ? new NpgsqlConnection(postgres.OwnerConnection)
            : new SqliteConnection(((SqliteStorage)storage).ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Read(
        DbConnection connection,
        string table,
        string column,
        Guid? value,
        List<string> lines
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from \"{table}\"";
        if (value is { } id)
        {
            command.CommandText += $" where {column} = @value";
            command.Parameters.Add(Parameter(command, "value", id));
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}");
            lines.Add(table + "|" + string.Join('|', cells));
        }
    }

    internal static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        // As EF Core stores it: SQLite has no type for ids.
        parameter.Value =
            command is SqliteCommand && value is Guid id
                ? id.ToString("D").ToUpperInvariant()
                : value;
        return parameter;
    }

    private static string Text(object value) =>
        value switch
        {
            DBNull => "",
            Guid id => id.ToString("n"),
            byte[] bytes => Convert.ToHexString(bytes),
            Array several => string.Join(',', several.Cast<object>().Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
