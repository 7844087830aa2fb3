using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Throughline.App.Respondents;
using Throughline.Feedback.Questionnaires;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>A flood from one network is slowed; its neighbors, and a proxy that speaks for everybody, are not.</summary>
public sealed class FloodGateTests
{
    [Fact]
    public async Task One_network_waits_its_turn_and_is_sent_back_beyond_and_no_other_notices()
    {
        await using var gate = new FloodGate(new(AtOnce: 5, PerSecond: 10, Waiting: 3));
        var flood = Enumerable.Range(0, 9).Select(_ => gate.Pass(From("203.0.113.7")).AsTask());
        var turns = flood.ToList();
        Assert.All(turns[..5], turn => Assert.True(turn.IsCompletedSuccessfully));
        Assert.False(turns[5].IsCompleted);
        Assert.False((await turns[8]).IsAcquired);

        Assert.True((await Now(gate, "203.0.113.8")).IsAcquired);
        Assert.True((await Now(gate, "127.0.0.1")).IsAcquired);
        // Whoever waits gets through.
        Assert.All(await Task.WhenAll(turns[5..8]), turn => Assert.True(turn.IsAcquired));
    }

    [Fact]
    public async Task A_household_that_changes_its_address_within_its_network_is_the_same()
    {
        await using var gate = new FloodGate(new(AtOnce: 2, PerSecond: 10, Waiting: 0));
        Assert.True((await Now(gate, "2001:db8:1:2::1")).IsAcquired);
        Assert.True((await Now(gate, "2001:db8:1:2:ffff::9")).IsAcquired);
        Assert.False((await Now(gate, "2001:db8:1:2::3")).IsAcquired);
        Assert.True((await Now(gate, "2001:db8:1:3::1")).IsAcquired);
    }

    [Fact]
    public async Task This_machine_never_waits()
    {
        await using var gate = new FloodGate(new(AtOnce: 1, PerSecond: 10, Waiting: 0));
        for (var i = 0; i < 50; i++)
        {
            Assert.True((await Now(gate, i % 2 == 0 ? "127.0.0.1" : "::1")).IsAcquired);
        }
    }

    [Fact]
    public async Task Whoever_is_sent_back_keeps_what_was_typed()
    {
        var form = OpenForm.Pages(Page("p", Ask("why", QuestionKind.LongText)));
        await using var app = await RunningApp.Start(
            DatabaseKind.Sqlite,
            builder =>
            {
                builder.Services.AddSingleton(
                    new FloodGate.Limits(AtOnce: 1, PerSecond: 10, Waiting: 0)
                );
                builder.Services.AddSingleton<IStartupFilter>(new Elsewhere());
            }
        );
        var open = await In(app.Workspace, form);
        using var browser = await app.Browser();
        // Pages come as fast as they can be sent; at ten a second most are sent back.
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    browser.PostAsync(
                        "/f/" + open.Code,
                        new FormUrlEncodedContent([
                            new("a", new string('a', 22)),
                            new("e", "1"),
                            new("s", "0"),
                            new("q-why", $"Reason <{i}>"),
                        ])
                    )
                )
        );
        var refused = replies.Where(reply => reply.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotEmpty(refused);
        Assert.Contains(replies, reply => reply.StatusCode == HttpStatusCode.SeeOther);
        foreach (var reply in refused)
        {
            Assert.Equal("5", reply.Headers.RetryAfter!.ToString());
            Assert.Contains("Reason &lt;", await reply.Content.ReadAsStringAsync());
        }
    }

    private static Task<System.Threading.RateLimiting.RateLimitLease> Now(
        FloodGate gate,
        string address
    )
    {
        var turn = gate.Pass(From(address));
        Assert.True(turn.IsCompletedSuccessfully);
        return turn.AsTask();
    }

    private static DefaultHttpContext From(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    /// <summary>As if every request came from another machine.</summary>
    private sealed class Elsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, then) =>
                    {
                        http.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                        return then(http);
                    }
                );
                next(app);
            };
    }
}
