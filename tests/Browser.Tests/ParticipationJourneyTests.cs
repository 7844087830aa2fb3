using Microsoft.Playwright;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>What one person proposes another votes on; what one writes beside the plan the team reads: with script and without.</summary>
public sealed class ParticipationJourneyTests
{
    private const string Proposal = "Students should help to choose what the class builds.";
    private const string Comment = "Say who teaches it in the first year.";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_statement_goes_from_one_voter_by_the_team_to_the_next(bool script)
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        var made = await SampleDistrict.Make(here);
        var team = await SampleDistrict.SignIn(here, made.Lead, script);
        await OpenRound(team, "What we agree on");
        var address = (await team.GetAttributeAsync("main td a[href^='/f/']", "href"))!;

        var first = await here.Visit(script, width: 390);
        await first.GotoAsync(address);
        await first.CheckAsync("input[name='q-view.teachers-first'][value=agree]");
        await first.FillAsync("#q-view-other", Proposal);
        await ToTheEnd(first);

        // Nobody else sees it before somebody on the team has read it.
        Assert.False(await Sees(here, address, script));
        await team.ClickAsync("main a[href$='/proposals']");
        await team.Locator("fieldset", new() { HasText = Proposal })
            .Locator("input[value=in]")
            .CheckAsync();
        await team.ClickAsync("main form button >> nth=0");
        await team.WaitForSelectorAsync($"main li:has-text('{Proposal}')");

        // A form is kept ready for three seconds, so it is asked again for a while.
        var isSeen = false;
        for (var times = 0; times < 10 && !isSeen; times++)
        {
            isSeen = await Sees(here, address, script);
            await Task.Delay(500);
        }

        Assert.True(isSeen);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_comment_beside_the_plan_reaches_the_team_with_its_part(bool script)
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        var made = await SampleDistrict.Make(here);
        var team = await SampleDistrict.SignIn(here, made.Lead, script);
        await team.GotoAsync($"{SampleDistrict.Home}/document/publish");
        await team.ClickAsync("main form button >> nth=-1");
        await team.WaitForURLAsync(url => !url.EndsWith("/publish", StringComparison.Ordinal));
        await team.GotoAsync($"{SampleDistrict.Home}/feedback/new");
        await team.FillAsync("input[name='Input.Name']", "Beside the plan");
        await team.SelectOptionAsync("select[name='Input.Subject']", "Passage");
        await team.SelectOptionAsync(
            "select[name='Input.Version']",
            new SelectOptionValue { Index = 1 }
        );
        await team.CheckAsync("input[value='library:comments']");
        await team.ClickAsync("main form button >> nth=-1");
        await team.WaitForSelectorAsync("input[name='Channel.Group']");
        await team.FillAsync("input[name='Channel.Group']", "Readers of the plan");
        await team.ClickAsync("form[action*='Address'] button");
        await team.WaitForSelectorAsync("main td a[href^='/f/']");
        await team.FillAsync("input[name='Input.ClosesOn']", Day(30));
        await team.FillAsync("input[name='Input.KeepUntil']", Day(200));
        await team.ClickAsync("section[aria-labelledby=open] button");
        await team.WaitForSelectorAsync("form[action*='Close']");
        var round = new Uri(team.Url).AbsolutePath;

        var reader = await here.Visit(script, width: 390);
        await reader.GotoAsync("/plans/marlow-falls/1");
        var part = reader.Locator("main a[href^='/f/']").Nth(1);
        var heading = await part.EvaluateAsync<string>(
            "link => [...document.querySelectorAll('main h2')].filter(h => h.compareDocumentPosition(link) & 4).at(-1).textContent"
        );
        await part.ClickAsync();
        await reader.WaitForSelectorAsync("form textarea");
        await reader.CheckAsync("input[value=change]");
        await reader.FillAsync("form textarea >> nth=0", Comment);
        await ToTheEnd(reader);

        await team.GotoAsync($"{round}/read");
        await team.WaitForSelectorAsync($"blockquote:has-text('{Comment}')");
        var about = await team.InnerTextAsync("main p:has(> a[href^='/plans/'])");
        Assert.Contains(
            heading.TrimStart("0123456789 .".ToCharArray()),
            about,
            StringComparison.Ordinal
        );
        await team.FillAsync("input[name=NewTheme]", "Who teaches");
        await team.ClickAsync("main form button >> nth=0");
        await team.GotoAsync($"{round}/themes");
        await team.WaitForSelectorAsync("h2:has-text('Who teaches')");
    }

    private static async Task OpenRound(IPage team, string name)
    {
        await team.GotoAsync($"{SampleDistrict.Home}/feedback");
        await team.ClickAsync($"main a:has-text('{name}')");
        await team.WaitForSelectorAsync("main td a[href^='/f/']");
    }

    /// <summary>On, page by page, until there is a receipt.</summary>
    private static async Task ToTheEnd(IPage page)
    {
        for (var pages = 0; pages < 6; pages++)
        {
            await page.ClickAsync("button.on");
            await page.WaitForLoadStateAsync(LoadState.Load);
            if (await page.QuerySelectorAsync("[data-receipt]") is not null)
            {
                return;
            }
        }

        Assert.Fail("There is no receipt after six pages.");
    }

    /// <summary>Whether somebody who comes now is asked to vote on the proposal, at first or among the further ones.</summary>
    private static async Task<bool> Sees(FreshInstallation here, string address, bool script)
    {
        var page = await here.Visit(script, width: 390);
        await page.GotoAsync(address);
        for (var more = 0; more < 5; more++)
        {
            if (await page.Locator("fieldset.vote", new() { HasText = Proposal }).CountAsync() > 0)
            {
                return true;
            }

            if (await page.QuerySelectorAsync("button[name=go][value=more]") is null)
            {
                return false;
            }

            await page.ClickAsync("button[name=go][value=more]");
            await page.WaitForLoadStateAsync(LoadState.Load);
        }

        return false;
    }

    private static string Day(int ahead) =>
        TimeProvider
            .System.GetUtcNow()
            .AddDays(ahead)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
