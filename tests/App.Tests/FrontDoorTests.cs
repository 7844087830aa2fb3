using System.Net;
using Throughline.Testing;

namespace Throughline.App.Tests;

public sealed class FrontDoorTests
{
    [Theory, EachDatabase]
    public async Task The_first_page_opens_for_everybody(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();

        var answer = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "script-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
    }

    [Theory, EachDatabase]
    public async Task A_district_asks_strangers_to_sign_in_whether_it_exists_or_not(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser();

        foreach (var slug in new[] { "marlow-falls", "nowhere" })
        {
            var answer = await browser.GetAsync("/d/" + slug);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in?next=", answer.Headers.Location!.ToString());
        }
    }
}
