using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Throughline.Kernel;

namespace Throughline.Testing.Sweeping;

/// <summary>
/// A second district, row for row like the first: each thing has a counterpart of the same kind under an id of its own, and every
/// text of it bears a mark, so that whatever leaks is seen. A new table has its twin without anybody thinking of it.
/// </summary>
public sealed partial class Twin
{
    /// <summary>Begins every text of the twin, and stands in no other.</summary>
    public const string Mark = "qzx-";

    private readonly Dictionary<Guid, Guid> counterparts = [];
    private readonly Dictionary<string, List<Guid>> byTable = new(StringComparer.Ordinal);

    private Twin(DistrictId of)
    {
        Of = of;
        counterparts[of.Value] = Guid.CreateVersion7();
        District = DistrictId.From(counterparts[of.Value]);
    }

    public DistrictId Of { get; }

    public DistrictId District { get; }

    /// <summary>From each id of the first district to its counterpart.</summary>
    public IReadOnlyDictionary<Guid, Guid> Counterparts => counterparts;

    /// <summary>Ids of the first district's rows in this table.</summary>
    public IReadOnlyList<Guid> IdsIn(string table) => byTable.GetValueOrDefault(table, []);

    public string TableOf(Guid id) =>
        byTable.FirstOrDefault(table => table.Value.Contains(id)).Key ?? "";

    public IEnumerable<string> Tables => byTable.Keys;

    public static async Task<Twin> Make(StoredRows stored, IModel model, DistrictId of)
    {
        var twin = new Twin(of);
        await using var connection = await stored.Open();
        await Run(
            connection,
            connection is SqliteConnection
                ? "pragma foreign_keys = off"
                : "set session_replication_role = replica"
        );
        var copies = stored
            .Owned.Select(type => (Type: type, Where: "district_id = @district"))
            .Append((model.FindEntityType(typeof(District))!, "id = @district"))
            .Append(
                (
                    model.FindEntityType(typeof(Person))!,
                    "id in (select person_id from membership where district_id = @district)"
                )
            )
            .ToList();
        var rows = new List<(IEntityType Type, object[] Cells, string[] Names, string[] Kinds)>();
        foreach (var (type, where) in copies)
        {
            rows.AddRange(await Read(connection, type, where, of));
        }

        foreach (var (type, cells, names, _) in rows)
        {
            if (
                cells[Array.IndexOf(names, "id")] is var id
                && Guid.TryParse(id.ToString(), out var own)
            )
            {
                twin.counterparts.TryAdd(own, Guid.CreateVersion7());
                twin.IdsOf(type).Add(own);
            }
        }

        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var row in rows)
        {
            await twin.Insert(connection, transaction, row);
        }

        await transaction.CommitAsync();
        await Run(
            connection,
            connection is SqliteConnection
                ? "pragma foreign_keys = on"
                : "set session_replication_role = origin"
        );
        return twin;
    }

    private List<Guid> IdsOf(IEntityType type) =>
        byTable.TryGetValue(type.GetTableName()!, out var ids)
            ? ids
            : byTable[type.GetTableName()!] = [];

    private static async Task<List<(IEntityType, object[], string[], string[])>> Read(
        DbConnection connection,
        IEntityType type,
        string where,
        DistrictId of
    )
    {
        var rows = new List<(IEntityType, object[], string[], string[])>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from \"{type.GetTableName()}\" where {where}";
        command.Parameters.Add(StoredRows.Parameter(command, "district", of.Value));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var cells = new object[reader.FieldCount];
            reader.GetValues(cells);
            var columns = Enumerable.Range(0, reader.FieldCount).ToList();
            rows.Add(
                (
                    type,
                    cells,
                    [.. columns.Select(reader.GetName)],
                    [.. columns.Select(reader.GetDataTypeName)]
                )
            );
        }

        return rows;
    }

    private async Task Insert(
        DbConnection connection,
        DbTransaction transaction,
        (IEntityType Type, object[] Cells, string[] Names, string[] Kinds) row
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var table = row.Type.GetTableName()!;
        var columns = string.Join(", ", row.Names.Select(name => $"\"{name}\""));
        var values = string.Join(", ", row.Names.Select((_, i) => "@p" + i));
        command.CommandText = $"insert into \"{table}\" ({columns}) values ({values})";
        for (var i = 0; i < row.Names.Length; i++)
        {
            var property = row
                .Type.GetProperties()
                .Single(one => one.GetColumnName() == row.Names[i]);
            var parameter = StoredRows.Parameter(command, "p" + i, Marked(property, row.Cells[i]));
            if (parameter is NpgsqlParameter typed)
            {
                typed.DataTypeName = row.Kinds[i].Split('(')[0];
            }

            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }

    private object Marked(IProperty property, object cell)
    {
        if (cell is Guid id)
        {
            return counterparts.GetValueOrDefault(id, id);
        }

        if (cell is not string text)
        {
            return cell;
        }

        var mapped = Ids().Replace(text, Counterpart);
        if (property.ClrType != typeof(string) || property.Name is "TimeZone" or "Language")
        {
            return mapped;
        }

        var marked = Mark + mapped;
        return property.GetMaxLength() is { } most && marked.Length > most
            ? marked[..most]
            : marked;
    }

    private string Counterpart(Match found) =>
        counterparts.TryGetValue(Guid.Parse(found.Value), out var other)
            ? found.Value.Contains('-', StringComparison.Ordinal)
                ? char.IsUpper(found.Value.FirstOrDefault(char.IsLetter))
                    ? other.ToString("D").ToUpperInvariant()
                    : other.ToString("D")
                : other.ToString("n")
            : found.Value;

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    internal static partial Regex Ids();
}
