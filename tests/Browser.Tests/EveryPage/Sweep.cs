namespace Throughline.Browser.Tests.EveryPage;

/// <summary>All pages in one language: first every page is read, then every form is made to refuse.</summary>
internal sealed class Sweep : IAsyncDisposable
{
    private readonly Dictionary<Visitor, Examination> browsers = [];
    private readonly List<(Address Page, Refusal Way)> ways = [];
    private readonly List<(string Title, Address Page)> titles = [];
    private readonly string language;

    private Sweep(string language) => this.language = language;

    /// <summary>The routes that showed why they refuse.</summary>
    public List<string> Refused { get; } = [];

    public static async Task<Sweep> Begin(FreshInstallation here, string language, Found found)
    {
        var sweep = new Sweep(language);
        sweep.browsers[Visitor.Lead] = await Examination.Begin(here, language, found.Lead);
        sweep.browsers[Visitor.Nobody] = await Examination.Begin(here, language, []);
        return sweep;
    }

    public async Task Read(IEnumerable<Address> pages)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var browser = browsers[page.Visitor];
            titles.Add((await browser.Open(page.Path), page));
            ways.AddRange(
                from way in await browser.WaysToRefuse()
                where kinds.Add($"{page.Route} {way.Kind}")
                select (page, way)
            );
        }
    }

    public async Task Refuse()
    {
        foreach (var (page, way) in ways)
        {
            if (await browsers[page.Visitor].Send(page.Path, way) is { } route)
            {
                Refused.Add(route);
            }
        }
    }

    public IEnumerable<string> Faults() =>
        [.. browsers.Values.SelectMany(browser => browser.AllFaults()), .. SameTitles()];

    /// <summary>A tab must be told from the next: pages at different addresses have different titles. What is not there is one page.</summary>
    private IEnumerable<string> SameTitles() =>
        from title in titles
        where !title.Page.Route.TrimStart('/').StartsWith("status/", StringComparison.Ordinal)
        group title.Page by title.Title into same
        let paths = same.Select(page => page.Path.Split('?')[0]).Distinct().ToList()
        where paths.Count > 1
        select $"{language} “{same.Key}” is the title of {string.Join(" and ", paths)}";

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
        {
            await browser.DisposeAsync();
        }
    }
}
