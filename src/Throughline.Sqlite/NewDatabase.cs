using Microsoft.Data.Sqlite;

namespace Throughline.Sqlite;

/// <summary>
/// A new file gets its tables in one go, from the script that <c>bin/migrate-add</c> writes beside the migrations; to work them out
/// step by step takes ten times as long. A test compares what the two make.
/// </summary>
internal static class NewDatabase
{
    private const string Script = "Throughline.Sqlite.Migrations.NewDatabase.sql";

    /// <summary>Whether the file held nothing and holds every table now.</summary>
    public static async Task<bool> Make(string connectionString, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        DurablePragmas.Set(connection);
        await using var asked = connection.CreateCommand();
        asked.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
        if (await asked.ExecuteScalarAsync(cancel) is not 0L)
        {
            return false;
        }

        // It is stored in the file, and cannot be changed within a transaction.
        await Run("PRAGMA journal_mode=WAL");
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Run(await Read(cancel));
        await transaction.CommitAsync(cancel);
        return true;

        async Task Run(string text)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task<string> Read(CancellationToken cancel)
    {
        await using var script = typeof(NewDatabase).Assembly.GetManifestResourceStream(Script)!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancel);
    }
}
