using Npgsql;
using NpgsqlTypes;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Kernel;

namespace Throughline.Postgres;

/// <summary>All the answers of one district in one statement; the districts of one batch in one transaction, each told by name.</summary>
internal sealed class PostgresAnswers(string connectionString, string ownerConnection)
    : IAnswerStore
{
    private const string Upsert = """
        insert into answer (district_id, round_id, id, channel_id, edition, language, saved_on, sent_on, entries)
        select $1, * from unnest($2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (district_id, round_id, id) do update set channel_id = excluded.channel_id, edition = excluded.edition,
          language = excluded.language, saved_on = excluded.saved_on, sent_on = excluded.sent_on, entries = excluded.entries
        where excluded.sent_on is not null or answer.sent_on is null
        """;

    public async Task Store(IReadOnlyList<Answer> answers, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        // One transaction: a batch is one, implicitly, but the setting is local to a transaction that was begun.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
        foreach (var district in answers.GroupBy(answer => answer.DistrictId))
        {
            batch.BatchCommands.Add(Told(district.Key));
            batch.BatchCommands.Add(Insert(district.Key, OncePerId(district)));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    public async Task<Answer?> Find(
        DistrictId district,
        FeedbackRoundId round,
        AnswerId answer,
        CancellationToken cancel
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Told(district));
        batch.BatchCommands.Add(
            With(
                "select channel_id, edition, language, saved_on, sent_on, entries from answer where district_id = $1 and round_id = $2 and id = $3",
                district.Value,
                round.Value,
                answer.Value
            )
        );
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.NextResultAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new Answer
            {
                DistrictId = district,
                RoundId = round,
                Id = answer,
                ChannelId = new FeedbackChannelId(row.GetGuid(0)),
                Edition = row.GetInt32(1),
                Language = row.GetString(2),
                SavedOn = row.GetFieldValue<DateOnly>(3),
                SentOn = await row.IsDBNullAsync(4, cancel) ? null : row.GetFieldValue<DateOnly>(4),
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
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Told(district));
        batch.BatchCommands.Add(
            With(
                "select count(*) from answer where district_id = $1 and round_id = $2 and sent_on is not null",
                district.Value,
                round.Value
            )
        );
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.NextResultAsync(cancel);
        await row.ReadAsync(cancel);
        return (int)row.GetInt64(0);
    }

    public async Task ReadSent(
        DistrictId district,
        FeedbackRoundId round,
        Action<SentAnswer> each,
        CancellationToken cancel
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Told(district));
        batch.BatchCommands.Add(
            With(
                "select id, channel_id, edition, language, sent_on, entries from answer where district_id = $1 and round_id = $2 and sent_on is not null",
                district.Value,
                round.Value
            )
        );
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.NextResultAsync(cancel);
        // One buffer for all: fifty thousand arrays are memory too.
        var entries = new byte[4096];
        while (await row.ReadAsync(cancel))
        {
            using var stream = row.GetStream(5);
            var length = (int)stream.Length;
            if (entries.Length < length)
            {
                entries = new byte[2 * length];
            }

            stream.ReadExactly(entries.AsSpan(0, length));
            each(
                new SentAnswer(
                    new AnswerId(row.GetGuid(0)),
                    new FeedbackChannelId(row.GetGuid(1)),
                    row.GetInt32(2),
                    row.GetString(3),
                    row.GetFieldValue<DateOnly>(4),
                    entries.AsSpan(0, length)
                )
            );
        }
    }

    public Task Delete(DistrictId district, FeedbackRoundId round, CancellationToken cancel) =>
        Delete(
            district,
            With(
                "delete from answer where district_id = $1 and round_id = $2",
                district.Value,
                round.Value
            ),
            cancel
        );

    /// <summary>
    /// Rows lie as they came, each with the number of its transaction. Taken out and put back by one transaction in the order of their
    /// ids, they tell neither; what they left behind is swept up at once.
    /// </summary>
    public async Task ForgetOrder(
        DistrictId district,
        FeedbackRoundId round,
        CancellationToken cancel
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(Told(district));
            batch.BatchCommands.Add(
                With(
                    """
                    with taken as (delete from answer where district_id = $1 and round_id = $2 returning *)
                    insert into answer select * from taken order by id
                    """,
                    district.Value,
                    round.Value
                )
            );
            await batch.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await using var owner = new NpgsqlConnection(ownerConnection);
        await owner.OpenAsync(cancel);
        await using var vacuum = new NpgsqlCommand("vacuum answer", owner);
        await vacuum.ExecuteNonQueryAsync(cancel);
    }

    public Task DeleteDrafts(DistrictId district, DateOnly savedBefore, CancellationToken cancel) =>
        Delete(
            district,
            With(
                "delete from answer where district_id = $1 and sent_on is null and saved_on < $2",
                district.Value,
                savedBefore
            ),
            cancel
        );

    private async Task Delete(
        DistrictId district,
        NpgsqlBatchCommand delete,
        CancellationToken cancel
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Told(district));
        batch.BatchCommands.Add(delete);
        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static NpgsqlBatchCommand Told(DistrictId district) =>
        With("select set_config('throughline.district', $1, true)", district.Value.ToString());

    private static NpgsqlBatchCommand With(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    /// <summary>One statement may not touch a row twice: of an answer that came twice in this batch, the one that counts is kept.</summary>
    private static List<Answer> OncePerId(IEnumerable<Answer> answers) =>
        [
            .. answers
                .GroupBy(answer => (answer.RoundId, answer.Id))
                .Select(same => same.LastOrDefault(one => one.SentOn is not null) ?? same.Last()),
        ];

    private static NpgsqlBatchCommand Insert(DistrictId district, List<Answer> answers)
    {
        var command = new NpgsqlBatchCommand(Upsert);
        void Add<T>(NpgsqlDbType type, Converter<Answer, T> value) =>
            command.Parameters.Add(
                new NpgsqlParameter
                {
                    NpgsqlDbType = type | NpgsqlDbType.Array,
                    Value = answers.ConvertAll(value).ToArray(),
                }
            );

        command.Parameters.Add(new NpgsqlParameter { Value = district.Value });
        Add(NpgsqlDbType.Uuid, answer => answer.RoundId.Value);
        Add(NpgsqlDbType.Uuid, answer => answer.Id.Value);
        Add(NpgsqlDbType.Uuid, answer => answer.ChannelId.Value);
        Add(NpgsqlDbType.Integer, answer => answer.Edition);
        Add(NpgsqlDbType.Text, answer => answer.Language);
        Add(NpgsqlDbType.Date, answer => answer.SavedOn);
        Add(NpgsqlDbType.Date, answer => answer.SentOn);
        Add(NpgsqlDbType.Text, answer => answer.Entries);
        return command;
    }
}
