using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Testing;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class RetentionTests
{
    internal const string Canary = "canary-4711-sings";

    [Theory, EachDatabase]
    public async Task After_the_promised_day_the_answers_go_and_the_history_says_so(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (round, _) = await here.Answered(daysKept: 30);
        var (longer, _) = await here.Answered(daysKept: 31);

        here.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await here.Clear());
        Assert.Equal(1, await here.Count(round));
        here.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await here.Clear());

        Assert.Equal(0, await here.Count(round));
        Assert.Equal(1, await here.Count(longer));
        Assert.Equal(here.Clock.GetUtcNow().UtcDateTime, (await here.See(round)).ClearedAt);
        Assert.Null((await here.See(longer)).ClearedAt);
        var history = await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(use =>
            use.Of(round.Value)
        );
        Assert.Equal("happening.round.cleared", history[0].Sentence);
        Assert.Equal(PersonId.Server, history[0].Who);
        Assert.Equal(0, await here.Clear());
    }

    [Theory, EachDatabase]
    public async Task The_last_day_ends_where_the_district_is_and_whoever_was_on_the_form_still_sends_it(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var (round, _) = await here.Answered(daysKept: 1, daysOpen: 1);

        // The day after tomorrow has begun in Massachusetts (EDT), by twenty minutes.
        here.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 16, 4, 20, 0, TimeSpan.Zero));
        Assert.Equal(0, await here.Clear());
        here.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(1, await here.Clear());
        Assert.Equal(0, await here.Count(round));
    }

    [Theory, EachDatabase]
    public async Task What_was_begun_and_never_sent_goes_after_a_month(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (round, link) = await here.Answered(daysKept: 300);
        var today = DateOnly.FromDateTime(here.Clock.GetUtcNow().UtcDateTime);
        await here.Store(round, link, "begun early", today, isSent: false);
        await here.Store(round, link, "begun late", today.AddDays(2), isSent: false);

        here.Clock.Advance(TimeSpan.FromDays(31));
        await here.Clear();

        Assert.Equal(["begun late", Canary], await here.Stored(round));
    }

    [Theory, EachDatabase]
    public async Task Each_district_keeps_its_own_promises(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var stranger = await here.AddPerson("sam@other.example", "Sam Stranger");
        await here.AddDistrict("other", stranger);
        var (round, _) = await here.Answered(daysKept: 30);
        here.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await here.Clear());
        Assert.Equal(0, await here.Count(round));
    }

    [Theory, EachDatabase]
    public async Task A_round_that_is_opened_again_takes_answers_again(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var (round, link) = await here.Answered(daysKept: 30);
        here.Clock.Advance(TimeSpan.FromDays(31));
        await here.Clear();
        Done(await here.In<CloseRound, Outcome<Nothing>>(use => use.Do(round, here.By(here.Lead))));

        await here.Opened(round);
        await here.Store(round, link, "again", new DateOnly(2026, 10, 16));
        await here.Clear();

        Assert.Null((await here.See(round)).ClearedAt);
        Assert.Equal(1, await here.Count(round));
    }

    [Fact]
    public async Task No_file_of_the_embedded_database_keeps_what_was_deleted()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Answered(daysKept: 30);
        var file = await here.In<ThroughlineDb, string>(db =>
            Task.FromResult(
                new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
            )
        );
        Assert.True(Holds(file));

        here.Clock.Advance(TimeSpan.FromDays(31));
        await here.Clear();

        Assert.False(Holds(file));
    }

    private static bool Holds(string database) =>
        System
            .IO.Directory.GetFiles(
                Path.GetDirectoryName(database)!,
                Path.GetFileName(database) + "*"
            )
            .Any(path =>
            {
                using var file = new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete
                );
                using var copy = new MemoryStream();
                file.CopyTo(copy);
                return System.Text.Encoding.Latin1.GetString(copy.ToArray()).Contains(Canary);
            });
}

internal static class RetentionWork
{
    public static async Task<(FeedbackRoundId Round, FeedbackChannelId Link)> Answered(
        this TestWorkspace here,
        int daysKept,
        int daysOpen = 20
    )
    {
        var round = await here.Prepared();
        var link = await here.Channel(round, ChannelKind.Link);
        await here.Opened(round, Math.Min(daysOpen, daysKept), daysKept);
        await here.Store(round, link.Id, RetentionTests.Canary, new DateOnly(2026, 9, 14));
        return (round, link.Id);
    }

    public static Task<int> Clear(this TestWorkspace here) =>
        here.In<ClearAnswers, int>(
            null,
            null,
            use => use.Everywhere(Doing.ByServer(here.Clock.GetUtcNow().UtcDateTime))
        );

    public static Task<List<string>> Stored(this TestWorkspace here, FeedbackRoundId round) =>
        here.In<ThroughlineDb, List<string>>(async db =>
            [
                .. (
                    await db.Set<Answer>()
                        .AsNoTracking()
                        .Where(row => row.RoundId == round)
                        .Select(row => row.Entries)
                        .ToListAsync()
                )
                    .Select(entries => entries.Split('"')[3])
                    .Order(StringComparer.Ordinal),
            ]
        );
}
