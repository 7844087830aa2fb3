using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughline.Sqlite;

/// <summary>
/// synchronous=FULL on each connection, since it is not stored in the file; the journal mode is, and is set when the file is made. The
/// log is folded back every 16 MB instead of every 4: while the public answers, that is what holds a commit up.
/// </summary>
public sealed class DurablePragmas : DbConnectionInterceptor
{
    public static readonly DurablePragmas Instance = new();

    public override void ConnectionOpened(
        DbConnection connection,
        ConnectionEndEventData eventData
    ) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection);
        return Task.CompletedTask;
    }

    internal static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;";
        command.ExecuteNonQuery();
    }
}
