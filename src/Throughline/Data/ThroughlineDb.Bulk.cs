using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>Many rows of a public table at once: one prepared statement, inside the transaction of <see cref="Write{T}"/>.</summary>
public sealed partial class ThroughlineDb
{
    /// <summary>Inserts each row, or replaces the row of the same key. Not for rows of districts: those have a history.</summary>
    public async Task Upsert<T>(IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        var entity = Model.FindEntityType(typeof(T))!;
        if (doing is null || entity.ClrType.IsAssignableTo(typeof(IDistrictOwned)))
        {
            throw new InvalidOperationException(
                "Bulk rows are public rows, and are written inside Write."
            );
        }

        var properties = entity.GetProperties().ToList();
        await using var command = Statement(entity, properties);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < properties.Count; i++)
            {
                command.Parameters[i].Value =
                    properties[i].GetGetter().GetClrValue(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private DbCommand Statement(IEntityType entity, List<IProperty> properties)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        var columns = properties.ConvertAll(property => property.GetColumnName());
        var keys = entity
            .FindPrimaryKey()!
            .Properties.Select(property => property.GetColumnName())
            .ToList();
        var updates = columns.Except(keys).Select(column => $"{column}=excluded.{column}");
        command.CommandText =
            $"insert into {entity.GetTableName()} ({string.Join(',', columns)}) "
            + $"values ({string.Join(',', columns.Select((_, i) => "@p" + i))}) "
            + $"on conflict ({string.Join(',', keys)}) do update set {string.Join(',', updates)}";
        for (var i = 0; i < properties.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.DbType =
                properties[i].ClrType == typeof(int)
                    ? System.Data.DbType.Int32
                    : System.Data.DbType.String;
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
