using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Throughline.Testing.Sweeping;

/// <summary>What an address answered.</summary>
public sealed record Visited(
    string Address,
    HttpStatusCode Status,
    string Type,
    byte[] Bytes,
    HttpResponseHeaders Headers,
    HttpContentHeaders Content
)
{
    public bool IsHtml => Type == "text/html";

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public IHtmlDocument Document => new HtmlParser().ParseDocument(Text);

    public override string ToString() => $"{Address}: {Status}";
}

/// <summary>
/// Goes through the product by its own links, as far as one visitor gets: every page that is linked from somewhere, and every form
/// on them. Addresses that differ by an id alone are visited a few times, not for every id.
/// </summary>
public sealed partial class Crawl(HttpClient browser)
{
    /// <summary>Three rounds are asked in three ways, and each page of a round stands in one of them at least.</summary>
    private const int OfOneShape = 3;

    private readonly Dictionary<string, int> shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public List<Visited> Pages { get; } = [];

    public List<Submission> Forms { get; } = [];

    /// <summary>Whether an address of this shape was visited and showed a page.</summary>
    public bool Knows(string address) =>
        Pages.Any(page => page.IsHtml && ShapeOf(page.Address) == ShapeOf(address));

    /// <summary>The public's forms are no pages of the team's, and have tests of their own.</summary>
    public static IEnumerable<string> LinksOn(IDocument page, string address) =>
        page.QuerySelectorAll("a[href]")
            .Select(link => Local(address, link.GetAttribute("href")!))
            .OfType<string>()
            .Where(link => !link.StartsWith("/f/", StringComparison.Ordinal));

    /// <summary>Ids and numbers are no part of an address's shape.</summary>
    public static string ShapeOf(string address) =>
        Numbers().Replace(Twin.Ids().Replace(address.Split('#')[0], "*"), "=#");

    /// <summary>From a page, and from what no link leads to.</summary>
    public async Task From(string start, params string[] others)
    {
        var waiting = new Queue<string>([start, .. others]);
        while (waiting.TryDequeue(out var address))
        {
            if (!IsNew(address))
            {
                continue;
            }

            var page = await Visit(address);
            Pages.Add(page);
            if (page.Headers.Location is { } moved)
            {
                waiting.Enqueue(Local(address, moved.ToString()) ?? start);
            }

            if (!page.IsHtml)
            {
                continue;
            }

            var document = page.Document;
            foreach (var next in LinksOn(document, address))
            {
                waiting.Enqueue(next);
            }

            foreach (var form in document.QuerySelectorAll<IHtmlFormElement>("form"))
            {
                if (form.GetAttribute("method") == "post")
                {
                    Forms.AddRange(FormFilling.Of(form, address, []));
                }
                else if (form.GetAttribute("method") != "dialog")
                {
                    waiting.Enqueue(FormFilling.AddressOf(form, address));
                }
            }
        }
    }

    public async Task<Visited> Visit(string address)
    {
        using var answer = await browser.GetAsync(address);
        return new Visited(
            address,
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            await answer.Content.ReadAsByteArrayAsync(),
            answer.Headers,
            answer.Content.Headers
        );
    }

    private bool IsNew(string address)
    {
        var shape = ShapeOf(address);
        var times = shapes.GetValueOrDefault(shape);
        if (times >= OfOneShape || !seen.Add(address))
        {
            return false;
        }

        shapes[shape] = times + 1;
        return true;
    }

    /// <summary>The same site's path and query; null for mail addresses, other sites, assets and places on the same page.</summary>
    private static string? Local(string page, string href)
    {
        if (href.StartsWith('#') || !Uri.TryCreate(new Uri("http://here" + page), href, out var to))
        {
            return null;
        }

        // The same page in another language, and a picture that a browser prints, which takes seconds.
        var isSkipped =
            to.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)
            || to.AbsolutePath.EndsWith("/pdf", StringComparison.Ordinal)
            || to.Query.Contains("lang=", StringComparison.Ordinal);
        return to.Host == "here" && !isSkipped ? to.PathAndQuery : null;
    }

    [GeneratedRegex("=[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
