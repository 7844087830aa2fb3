using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>
/// Follows the links of the pages, over plain HTTP, from a few beginnings. Of pages that differ only in the thing they show, a few are
/// kept; of the same page with other parts open, one.
/// </summary>
internal sealed partial class Crawl(HttpClient browser, Visitor visitor)
{
    private const int OfOneRoute = 2;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> shapes = new(StringComparer.Ordinal);
    private readonly Queue<string> waiting = new();

    public List<Address> Pages { get; } = [];

    public async Task From(params string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            Wait(beginning);
        }

        while (waiting.TryDequeue(out var path))
        {
            await Open(path);
        }
    }

    private async Task Open(string path)
    {
        using var answer = await browser.GetAsync(path);
        var route = answer.Headers.TryGetValues(RouteHeader.Name, out var named)
            ? named.Single()
            : "";
        if (answer.Headers.Location is { } onward)
        {
            Follow(path, onward.ToString());
        }
        else if (
            answer.Content.Headers.ContentType?.MediaType == "text/html"
            && answer.Content.Headers.ContentDisposition is null
        )
        {
            var shape = ShapeOf(route, path);
            var many = route.Contains('{', StringComparison.Ordinal) && !path.Contains('?');
            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            if (shapes[shape] <= (many ? OfOneRoute : 1))
            {
                Pages.Add(new Address(visitor, path, route, shape));
                foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                {
                    Follow(path, WebUtility.HtmlDecode(link.Groups["to"].Value));
                }
            }
        }
    }

    private void Follow(string from, string to)
    {
        var here = new Uri(browser.BaseAddress!, from);
        var there = new Uri(here, to);
        var isFile = there.AbsolutePath.Contains("/files/", StringComparison.Ordinal);
        if (
            there.Authority == here.Authority
            && there.Scheme == here.Scheme
            && HttpUtility.ParseQueryString(there.Query)["lang"] is null
            && !(isFile && there.AbsolutePath.EndsWith("/pdf", StringComparison.Ordinal))
        )
        {
            Wait(there.PathAndQuery);
        }
    }

    private void Wait(string path)
    {
        if (seen.Add(path))
        {
            waiting.Enqueue(path);
        }
    }

    /// <summary>The route, the district, and which parts are asked for, whatever their values.</summary>
    private string ShapeOf(string route, string path)
    {
        var address = new Uri(browser.BaseAddress!, path);
        var query = HttpUtility.ParseQueryString(address.Query);
        var parts = query.AllKeys.Select(key => query[key] == "new" ? key + "=new" : key);
        var district = route.Contains("{district}", StringComparison.Ordinal)
            ? address.Segments.ElementAtOrDefault(2)?.TrimEnd('/')
            : null;
        return $"{route} {district} {string.Join('&', parts.Order(StringComparer.Ordinal))}".Trim();
    }

    [GeneratedRegex("<a\\b[^>]*?\\shref=\"(?<to>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
