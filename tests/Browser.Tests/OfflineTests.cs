using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Kernel;
using Throughline.Sample;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>A form in a gym without a network: it opens, takes answers one after the other, says what waits, and loses none.</summary>
public sealed class OfflineTests
{
    [Fact]
    public async Task What_is_sent_without_a_connection_waits_on_the_device_and_arrives_once()
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        await using var line = Line.To(here.Address);
        var round = await OpenSample(here);
        var before = await Sent(here, round);
        var page = await here.Visit(width: 390);
        await page.GotoAsync($"{line.Address}/f/{round.Code}?l=es");
        await IsKept(page, round.Code, "es");

        line.Cut();
        await page.GotoAsync($"{line.Address}/f/{round.Code}?l=es");
        Assert.Equal("es", await page.GetAttributeAsync("html", "lang"));
        await page.ClickAsync("button.on");
        // The browser itself asks for the answer that is needed.
        Assert.True(await page.IsVisibleAsync("input[name='q-every-student']:invalid"));
        await Answer(page, "Que aprenda a crear");
        await page.WaitForURLAsync("**/kept?l=es");
        await Waits(page, 1);
        await Look(page);

        // The next person on the same device has a form of their own.
        await page.ClickAsync("a.again");
        await page.WaitForSelectorAsync("header .waits:not([hidden])");
        await Look(page);
        await Answer(page, "Otra cosa");
        await page.WaitForURLAsync("**/kept?l=es");
        await Waits(page, 2);
        Assert.Equal(before, await Sent(here, round));

        // Closed and opened again: nothing is forgotten.
        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync($"{line.Address}/f/{round.Code}/kept?l=es");
        await Waits(page, 2);

        line.Mend();
        await page.ClickAsync("[data-send]");
        await page.WaitForSelectorAsync("[data-receipt]");
        Assert.Equal(before + 2, await Sent(here, round));
        await page.GotoAsync($"{line.Address}/f/{round.Code}/kept?l=es");
        await page.WaitForSelectorAsync("[data-all-sent]:not([hidden])");
        Assert.Equal(before + 2, await Sent(here, round));
    }

    [Fact]
    public async Task A_page_in_the_middle_of_a_form_is_kept_and_the_person_goes_on_where_they_were()
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        await using var line = Line.To(here.Address);
        var round = await OpenSample(here);
        var page = await here.Visit(width: 390);
        await page.GotoAsync($"{line.Address}/f/{round.Code}?l=en");
        await IsKept(page, round.Code, "en");
        await page.CheckAsync("input[name='q-every-student'] >> nth=0");

        line.Cut();
        await page.ClickAsync("button.on");
        await page.WaitForURLAsync("**/kept?l=en");
        line.Mend();
        try
        {
            await page.ReloadAsync();
        }
        catch (PlaywrightException fault)
            when (fault.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // The page went on by itself at this very moment.
        }

        await page.WaitForSelectorAsync("#q-hope");
        await page.ClickAsync("button.back");
        Assert.True(await page.IsCheckedAsync("input[name='q-every-student'] >> nth=0"));
    }

    [Fact]
    public async Task What_the_server_does_not_take_stays_with_the_reason_until_a_person_has_seen_it()
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        await using var line = Line.To(here.Address);
        var round = await OpenSample(here);
        var before = await Sent(here, round);
        var page = await here.Visit(width: 390);
        await page.GotoAsync($"{line.Address}/f/{round.Code}?l=en");
        await IsKept(page, round.Code, "en");

        // A browser that does not ask for what is needed.
        line.Cut();
        await page.GotoAsync($"{line.Address}/f/{round.Code}?l=en");
        await page.FillAsync("#q-hope", "Typed in the gym");
        await page.EvaluateAsync("document.querySelector('form').noValidate = true");
        await page.ClickAsync("button.on");
        await page.WaitForURLAsync("**/kept?l=en");
        line.Mend();
        await page.ClickAsync("[data-send]");
        await page.WaitForSelectorAsync("[data-waiting] li");
        await Waits(page, 1);
        await Look(page);
        Assert.Equal(before, await Sent(here, round));

        await page.ClickAsync("[data-waiting] button >> nth=0");
        await page.WaitForSelectorAsync(".problems");
        Assert.Equal("Typed in the gym", await page.InputValueAsync("#q-hope"));
        await page.CheckAsync("input[name='q-every-student'] >> nth=1");
        await page.ClickAsync("button.on");
        await page.WaitForSelectorAsync("[data-receipt]");
        Assert.Equal(before + 1, await Sent(here, round));
        await page.GotoAsync($"{line.Address}/f/{round.Code}/kept?l=en");
        await page.WaitForSelectorAsync("[data-all-sent]:not([hidden])");
    }

    private sealed record Opened(string Code, DistrictId District, FeedbackRoundId Round);

    /// <summary>All sections on one page.</summary>
    private static async Task Answer(IPage page, string hope)
    {
        await page.CheckAsync("input[name='q-every-student'] >> nth=1");
        await page.FillAsync("#q-hope", hope);
        await page.ClickAsync("button.on");
    }

    private static async Task IsKept(IPage page, string code, string language)
    {
        var address = $"/f/{code}/kept?l={language}";
        for (var tries = 0; tries < 100; tries++)
        {
            if (
                await page.EvaluateAsync<bool>(
                    "async address => (await caches.match(address)) !== undefined",
                    address
                )
            )
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("The device does not keep the form.");
    }

    private static async Task Waits(IPage page, int count) =>
        await page.WaitForFunctionAsync(
            "count => document.querySelector('main .waits b').textContent === String(count)",
            count
        );

    private static async Task Look(IPage page)
    {
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")
        );
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Nodes[0].Html}"))
        );
    }

    private static async Task<int> Sent(FreshInstallation here, Opened round) =>
        await here
            .Services.GetRequiredService<IStorage>()
            .Answers.CountSent(round.District, round.Round, CancellationToken.None);

    private static async Task<Opened> OpenSample(FreshInstallation here)
    {
        await using var scope = here.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider;
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var made = await parts.GetRequiredService<MakeSample>().Do(Doing.ByServer(now));
        var code = ((Outcome<MakeSample.Made>.Done)made).Value.Forms[0];
        var district = parts.GetRequiredService<ThroughlineDb>().District!.Value;
        var rounds = await parts.GetRequiredService<FeedbackQueries>().Rounds();
        return new Opened(code, district, rounds[^1].Id);
    }
}
