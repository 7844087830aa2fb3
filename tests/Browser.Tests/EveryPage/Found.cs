using System.Net;
using Cookie = Microsoft.Playwright.Cookie;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>What there is to open, once somebody lives here.</summary>
/// <param name="Lead">The cookies of the lead's browser.</param>
internal sealed record Found(IReadOnlyList<Address> Pages, IReadOnlyList<Cookie> Lead)
{
    /// <summary>Follows every link of every page and mail.</summary>
    public static async Task<Found> In(FreshInstallation here)
    {
        var cookies = new CookieContainer();
        using var lead = Browser(here, cookies);
        using var nobody = Browser(here, new CookieContainer());
        var (pages, byMail) = await InhabitedInstallation.Inhabit(here, lead, nobody);

        var inside = new Crawl(lead, Visitor.Lead);
        await inside.From(["/", .. InhabitedInstallation.ForTheLead, .. pages]);
        var outside = new Crawl(nobody, Visitor.Nobody);
        await outside.From(["/", .. InhabitedInstallation.ForEverybody, .. byMail]);
        return new Found(
            [.. inside.Pages, .. outside.Pages],
            [
                .. cookies
                    .GetCookies(new Uri(here.Address))
                    .Select(cookie => new Cookie
                    {
                        Name = cookie.Name,
                        Value = cookie.Value,
                        Url = here.Address,
                    }),
            ]
        );
    }

    private static HttpClient Browser(FreshInstallation here, CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(here.Address),
        };
}
