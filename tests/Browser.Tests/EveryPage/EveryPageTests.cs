using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Testing;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>
/// Every page of the product, on the sample district and on an empty one, signed in and signed out, open and refusing, in English and
/// in Spanish, on a wide screen and on a narrow phone: clean for axe (WCAG 2.0 to 2.2 A and AA, and best practice), and all that axe
/// does not ask.
/// </summary>
public sealed class EveryPageTests
{
    /// <summary>Routes that are no page, each with what it is instead.</summary>
    private static readonly Dictionary<string, string> NoPages = new(StringComparer.Ordinal)
    {
        ["/sign-out"] = "answers a form and leads on",
        ["/sign-in/with/{number:int}"] = "leads on to another service",
        ["/d/{district}/theme.css"] = "a style sheet",
        ["/d/{district}/document/files/{format}"] = "files",
        ["/d/{district}/schools/{school}/document/files/{format}"] = "files",
        ["/plans/{district}/{version:int}/files/{format}"] = "files",
        ["/d/{district}/logo/{file}"] = "a picture",
        ["/plans/{district}/{version:int}/logo/{file}"] = "a picture",
    };

    internal static readonly string[] Languages = ["en", "es"];

    [Fact]
    public async Task Every_page_is_accessible_at_every_width_in_every_language()
    {
        await using var here = await FreshInstallation.Start(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<IStartupFilter, RouteHeader>()
        );
        var faults = new List<string>(await SetUp(here));
        var found = await Found.In(here);
        var sweeps = await Task.WhenAll(
            Languages.Select(language => Sweep.Begin(here, language, found))
        );

        // All of them read before any of them writes.
        await Task.WhenAll(sweeps.Select(sweep => sweep.Read(found.Pages)));
        await Task.WhenAll(sweeps.Select(sweep => sweep.Refuse()));

        foreach (var sweep in sweeps)
        {
            faults.AddRange(sweep.Faults());
            faults.AddRange(
                Unseen(here, found, sweep)
                    .Select(route => $"{route} was not opened: the sweep needs a beginning for it")
            );
            await sweep.DisposeAsync();
        }

        Assert.True(
            faults.Count == 0,
            $"{faults.Count} faults on {found.Pages.Count} pages and {sweeps[0].Refused.Count} refusals:\n"
                + string.Join('\n', faults)
        );
    }

    /// <summary>The one page that is gone as soon as somebody is here.</summary>
    private static async Task<IReadOnlyList<string>> SetUp(FreshInstallation here)
    {
        var faults = new List<string>();
        foreach (var language in Languages)
        {
            await using var browser = await Examination.Begin(here, language, []);
            await browser.Open(here.SetUpLink);
            foreach (var way in await browser.WaysToRefuse())
            {
                Assert.NotNull(await browser.Send(here.SetUpLink, way));
            }

            faults.AddRange(browser.AllFaults());
        }

        return faults;
    }

    /// <summary>The product's own list of what it answers, without what was opened.</summary>
    private static IEnumerable<string> Unseen(FreshInstallation here, Found found, Sweep sweep) =>
        here
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => Slashed(endpoint.RoutePattern.RawText!))
            .Except(found.Pages.Select(page => Slashed(page.Route)))
            .Except(sweep.Refused.Select(Slashed))
            .Except([.. NoPages.Keys, "/set-up/{token}"]);

    private static string Slashed(string route) => "/" + route.TrimStart('/');
}
