using Microsoft.Playwright;
using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Browser.Tests;

/// <summary>Every page of a district in which everything that can be written is hostile, in a real browser.</summary>
public sealed class HostileDistrictTests
{
    private const string TellsOfViolations =
        "addEventListener('securitypolicyviolation', told => console.error('policy: ' + told.violatedDirective + ' ' + told.blockedURI))";

    [Fact]
    public async Task Nothing_of_it_runs_and_nothing_is_loaded_from_elsewhere()
    {
        Assert.SkipUnless(
            PostgresServer.Strict || File.Exists("/usr/bin/chromium"),
            "Chromium is not installed here."
        );
        await using var here = await SweptInstallation.Start(DatabaseKind.Sqlite);
        var crawl = new Crawl(here.Dana.Browser);
        await crawl.From(here.Home);
        var forms = crawl.Forms.DistinctBy(form => form.Shape);
        var taken = await HostileDistrict.Fill(here.Dana, forms, HostileText.Markup);
        Assert.InRange(taken, 60, int.MaxValue);

        var told = new List<string>();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--headless", "--no-sandbox", "--disable-quic", "--no-first-run"],
            }
        );
        var page = await Watched(here, browser, told);
        var shown = 0;
        foreach (var address in Addresses(here, crawl))
        {
            await page.GotoAsync(address);
            var text = await page.InnerTextAsync("body");
            shown += text.Contains(HostileText.Mark, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(told.Count == 0, string.Join('\n', told));
        Assert.InRange(shown, 40, int.MaxValue);
    }

    private static IEnumerable<string> Addresses(SweptInstallation here, Crawl crawl) =>
        crawl
            .Pages.Where(visited => visited.IsHtml && (int)visited.Status == 200)
            .Where(visited => visited.Content.ContentDisposition is null)
            .Select(visited => visited.Address)
            .DistinctBy(Crawl.ShapeOf)
            .Append("/plans/" + here.Slug);

    /// <summary>A page that writes down whatever it should never do.</summary>
    private static async Task<IPage> Watched(
        SweptInstallation here,
        IBrowser browser,
        List<string> told
    )
    {
        var site = here.App.Address.GetLeftPart(UriPartial.Authority);
        var context = await browser.NewContextAsync(new() { BaseURL = site });
        await context.AddCookiesAsync([
            new()
            {
                Name = "throughline",
                Value = await here.App.SessionOf(here.Lead),
                Url = site,
            },
        ]);
        await context.AddInitScriptAsync(TellsOfViolations);
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) =>
        {
            told.Add($"{page.Url} opened a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => told.Add($"{page.Url} broke: {error}");
        page.Console += (_, line) =>
        {
            // What was removed on the way is a page that is not there, and the browser says so.
            var isOfThePage = line.Text.StartsWith("Failed to load", StringComparison.Ordinal);
            if (line.Type is "error" or "warning" && !isOfThePage)
            {
                told.Add($"{page.Url} said: {line.Text}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest)
            {
                told.Add($"{page.Url} did not get {answer.Url}");
            }
        };
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(site + "/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                told.Add($"{page.Url} asked for {request.Url}");
            }
        };
        return page;
    }
}
