using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Kernel;
using Throughline.Sample;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>A family answers on a small phone, in Arabic, by keyboard alone, with script and without.</summary>
public sealed class RespondentJourneyTests
{
    private const int Narrow = 320;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_address_to_the_receipt_by_keyboard_in_arabic(bool script)
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        var code = await OpenSample(here);
        var page = await here.Visit(script);
        await page.SetViewportSizeAsync(Narrow, 640);
        await page.GotoAsync($"/f/{code}?l=ar");
        Assert.Equal("rtl", await page.GetAttributeAsync("html", "dir"));
        await Look(page, script);

        // Sent without its one answer that is needed: told, in place.
        await Press(page, "button.on", "Enter");
        await page.WaitForSelectorAsync(".problems");
        await Look(page, script);

        await Press(page, "input[name='q-every-student']", "Space");
        await Press(page, "input[name='q-important.safe']", "ArrowDown");
        await Press(page, "input[name='q-in-the-way']", "Space");
        await Press(page, "button.on", "Enter");
        await page.WaitForSelectorAsync("#q-hope");
        await Reach(page, "#q-hope");
        await page.Keyboard.TypeAsync("أن تصنع شيئًا بنفسها");
        await Look(page, script);
        await Press(page, "button.on", "Enter");
        await page.WaitForSelectorAsync("input[name='q-school']");

        // Back, and forth again: what was typed is there.
        await Press(page, "button.back", "Enter");
        await page.WaitForSelectorAsync("#q-hope");
        Assert.Equal("أن تصنع شيئًا بنفسها", await page.InputValueAsync("#q-hope"));
        await Press(page, "button.on", "Enter");
        await page.WaitForSelectorAsync("input[name='q-school']");
        await Look(page, script);

        // Another language on the way keeps what was chosen.
        await Press(page, "input[name='q-school']", "Space");
        await Press(page, "button[name=to][value=pt]", "Enter");
        await page.WaitForSelectorAsync("html[lang=pt]");
        Assert.True(await page.IsCheckedAsync("input[name='q-school']"));
        await Press(page, "button.on", "Enter");
        await page.WaitForSelectorAsync("[data-receipt]");
        await Look(page, script);
        Assert.Matches("^[0-9A-Z]{6}-[0-9A-Z]{6}$", await page.InnerTextAsync("[data-receipt]"));
    }

    [Fact]
    public async Task The_whole_first_page_is_under_twenty_kilobytes_without_fonts()
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        var code = await OpenSample(here);
        var page = await here.Visit(true);
        var bytes = 0L;
        var foreign = new List<string>();
        page.Response += (_, reply) =>
        {
            if (!reply.Url.StartsWith(here.Address, StringComparison.Ordinal))
            {
                foreign.Add(reply.Url);
            }
        };
        page.RequestFinished += async (_, request) =>
        {
            if (request.ResourceType != "font")
            {
                Interlocked.Add(ref bytes, (await request.SizesAsync()).ResponseBodySize);
            }
        };
        await page.GotoAsync($"/f/{code}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForTimeoutAsync(300);
        Assert.Empty(foreign);
        Assert.InRange(Interlocked.Read(ref bytes), 1_000, 20_000);
    }

    private static async Task<string> OpenSample(FreshInstallation here)
    {
        await using var scope = here.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var made = await scope
            .ServiceProvider.GetRequiredService<MakeSample>()
            .Do(Doing.ByServer(now));
        return ((Outcome<MakeSample.Made>.Done)made).Value.Forms[0];
    }

    /// <summary>Nothing that axe finds, nothing beyond the edge of the screen.</summary>
    private static async Task Look(IPage page, bool script)
    {
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            "The page scrolls sideways."
        );
        if (script)
        {
            var found = await page.RunAxe();
            Assert.True(
                found.Violations.Length == 0,
                string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Nodes[0].Html}"))
            );
        }
    }

    private static async Task Press(IPage page, string on, string key)
    {
        await Reach(page, on);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>With the Tab key, from the top of the page, as somebody without a mouse gets there.</summary>
    private static async Task Reach(IPage page, string wanted)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<bool>(
                    "wanted => document.activeElement?.matches(wanted) ?? false",
                    wanted
                )
            )
            {
                return;
            }
        }

        Assert.Fail($"{wanted} cannot be reached with the Tab key.");
    }
}
