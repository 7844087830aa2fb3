using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Kernel;

namespace Throughline.Sqlite;

/// <summary>All the answers of one batch through one prepared statement, in one transaction.</summary>
internal sealed class SqliteAnswers(string connectionString) : IAnswerStore
{
    private const string Day = "yyyy-MM-dd";

    private const string Upsert = """
        insert into answer (district_id, round_id, id, channel_id, edition, language, saved_on, sent_on, entries)
        values (@district, @round, @id, @channel, @edition, @language, @saved, @sent, @entries)
        on conflict (district_id, round_id, id) do update set channel_id = excluded.channel_id, edition = excluded.edition,
          language = excluded.language, saved_on = excluded.saved_on, sent_on = excluded.sent_on, entries = excluded.entries
        where excluded.sent_on is not null or answer.sent_on is null
        """;

    private static readonly string[] Parameters =
    [
        "@district",
        "@round",
        "@id",
        "@channel",
        "@edition",
        "@language",
        "@saved",
        "@sent",
        "@entries",
    ];

    public async Task Store(IReadOnlyList<Answer> answers, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        DurablePragmas.Set(connection);
        // Immediate: the writer's place is taken before the first row.
        await using var transaction = (SqliteTransaction)
            await connection.BeginTransactionAsync(cancel);
        await using var upsert = connection.CreateCommand();
        upsert.Transaction = transaction;
        upsert.CommandText = Upsert;
        foreach (var name in Parameters)
        {
            upsert.Parameters.Add(name, SqliteType.Text);
        }

        upsert.Parameters["@edition"].SqliteType = SqliteType.Integer;
        foreach (var answer in answers)
        {
            Fill(upsert.Parameters, answer);
            await upsert.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    public async Task<Answer?> Find(
        DistrictId district,
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    )
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select channel_id, edition, language, saved_on, sent_on, entries from answer where district_id = @district and round_id = @round and id = @id";
        command.Parameters.AddWithValue("@district", Text(district.Value));
        command.Parameters.AddWithValue("@round", Text(round.Value));
        command.Parameters.AddWithValue("@id", Text(answer.Value));
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new Answer
            {
                DistrictId = district,
                RoundId = round,
                Id = answer,
                ChannelId = new FeedbackChannelId(row.GetGuid(0)),
                Edition = row.GetInt32(1),
                Language = row.GetString(2),
                SavedOn = DayOf(row.GetString(3)),
                SentOn = await row.IsDBNullAsync(4, cancel) ? null : DayOf(row.GetString(4)),
                Entries = row.GetString(5),
            }
            : null;
    }

    public async Task<int> CountSent(
        DistrictId district,
        FeedbackRoundId round,
        CancellationToken cancel
    )
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select count(*) from answer where district_id = @district and round_id = @round and sent_on is not null";
        command.Parameters.AddWithValue("@district", Text(district.Value));
        command.Parameters.AddWithValue("@round", Text(round.Value));
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task ReadSent(
        DistrictId district,
        FeedbackRoundId round,
        Action<SentAnswer> each,
        CancellationToken cancel
    )
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select id, channel_id, edition, language, sent_on, entries from answer where district_id = @district and round_id = @round and sent_on is not null";
        command.Parameters.AddWithValue("@district", Text(district.Value));
        command.Parameters.AddWithValue("@round", Text(round.Value));
        await using var row = (SqliteDataReader)await command.ExecuteReaderAsync(cancel);
        while (row.Read())
        {
            cancel.ThrowIfCancellationRequested();
            each(
                new SentAnswer(
                    new AnswerId(row.GetGuid(0)),
                    new FeedbackChannelId(row.GetGuid(1)),
                    row.GetInt32(2),
                    row.GetString(3),
                    DayOf(row.GetString(4)),
                    raw.sqlite3_column_blob(row.Handle, 5)
                )
            );
        }
    }

    public Task Delete(DistrictId district, FeedbackRoundId round, CancellationToken cancel) =>
        Delete(
            "delete from answer where district_id = @district and round_id = @round",
            [new("@district", Text(district.Value)), new("@round", Text(round.Value))],
            cancel
        );

    /// <summary>The rows lie by their keys from the beginning; only the log still has them as they came.</summary>
    public async Task ForgetOrder(
        DistrictId district,
        FeedbackRoundId round,
        CancellationToken cancel
    )
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync(cancel);
    }

    public Task DeleteDrafts(DistrictId district, DateOnly savedBefore, CancellationToken cancel) =>
        Delete(
            "delete from answer where district_id = @district and sent_on is null and saved_on < @before",
            [new("@district", Text(district.Value)), new("@before", Text(savedBefore))],
            cancel
        );

    /// <summary>With the pages that held them overwritten, and the log folded back, so that no file keeps what was deleted.</summary>
    private async Task Delete(string sql, SqliteParameter[] values, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        DurablePragmas.Set(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma secure_delete = on";
        await command.ExecuteNonQueryAsync(cancel);
        command.CommandText = sql;
        command.Parameters.AddRange(values);
        var deleted = await command.ExecuteNonQueryAsync(cancel);
        command.Parameters.Clear();
        if (deleted > 0)
        {
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await command.ExecuteNonQueryAsync(cancel);
        }

        // The connection goes back to a pool: there, speed matters again.
        command.CommandText = "pragma secure_delete = off";
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void Fill(SqliteParameterCollection into, Answer answer)
    {
        into[0].Value = Text(answer.DistrictId.Value);
        into[1].Value = Text(answer.RoundId.Value);
        into[2].Value = Text(answer.Id.Value);
        into[3].Value = Text(answer.ChannelId.Value);
        into[4].Value = answer.Edition;
        into[5].Value = answer.Language;
        into[6].Value = Text(answer.SavedOn);
        into[7].Value = answer.SentOn is { } sent ? Text(sent) : DBNull.Value;
        into[8].Value = answer.Entries;
    }

    /// <summary>As the context writes ids.</summary>
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static DateOnly DayOf(string text) =>
        DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);
}
