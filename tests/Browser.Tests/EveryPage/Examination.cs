using System.Collections.Concurrent;
using System.Text.Json;
using System.Web;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>What axe found at one place.</summary>
internal sealed record Finding(string Rule, string Target, string Html, string Why)
{
    public override string ToString() => $"{Rule}: {Target} {Html} ({Why})";
}

internal sealed record PageReport(
    string Title,
    string[] Faults,
    Finding[] Violations,
    Finding[] Undecided
);

/// <summary>A way in which a form of a page can be sent so that it refuses. Forms of the same <paramref name="Kind"/> refuse alike.</summary>
internal sealed record Refusal(int Index, string Way, string Kind);

/// <summary>One visitor's browser in one language: opens pages and asks each of them everything, at both widths.</summary>
internal sealed class Examination : IAsyncDisposable
{
    private static readonly int[] Widths = [1280, 320];

    private static readonly string[] Tags =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22a",
        "wcag22aa",
        "best-practice",
    ];

    /// <summary>
    /// Colors do not come from words: contrast is measured on every page at both widths in the first language alone, which keeps the
    /// sweep short.
    /// </summary>
    private static object RulesIn(string language) =>
        new
        {
            runOnly = Tags,
            rules = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["color-contrast"] = new { enabled = language == EveryPageTests.Languages[0] },
            },
        };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly IBrowserContext context;
    private readonly IPage page;
    private readonly string language;
    private readonly ConcurrentQueue<string> noises = new();
    private readonly List<string> faults = [];
    private readonly List<(string Where, Finding What)> undecided = [];

    private Examination(IBrowserContext context, IPage page, string language, string address)
    {
        (this.context, this.page, this.language) = (context, page, language);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                noises.Enqueue("asks another site: " + request.Url);
            }
        };
        page.Console += (_, said) =>
        {
            // The browser says so itself of a page that comes with an error's status.
            if (
                said.Type == "error"
                && !said.Text.StartsWith("Failed to load", StringComparison.Ordinal)
            )
            {
                noises.Enqueue("complains: " + said.Text);
            }
        };
        page.PageError += (_, problem) => noises.Enqueue("fails in script: " + problem);
        page.RequestFailed += (_, request) => noises.Enqueue("could not load " + request.Url);
    }

    public static async Task<Examination> Begin(
        FreshInstallation here,
        string language,
        IEnumerable<Cookie> cookies
    )
    {
        var page = await here.Visit();
        await page.Context.AddCookiesAsync([
            .. cookies,
            new()
            {
                Name = "throughline-language",
                Value = language,
                Url = here.Address,
            },
        ]);
        // A machine that is busy with other tests is slow; no page is at fault for that.
        page.Context.SetDefaultTimeout(180_000);
        await page.Context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        await page.Context.AddInitScriptAsync(Script());
        return new Examination(page.Context, page, language, here.Address);
    }

    public async Task<string> Open(string path)
    {
        await page.SetViewportSizeAsync(Widths[0], 900);
        await page.GotoAsync(path);
        return await Examine(path);
    }

    public async Task<IReadOnlyList<Refusal>> WaysToRefuse() =>
        (await page.EvaluateAsync<JsonElement>("waysToRefuse()")).Deserialize<Refusal[]>(Json)!;

    public IEnumerable<string> AllFaults() => [.. faults, .. Undecided.Unexplained(undecided)];

    /// <summary>Sends a form so that it should be refused. Answers the route that refused, and examines what it shows; null where it was not refused.</summary>
    public async Task<string?> Send(string path, Refusal refusal)
    {
        await page.SetViewportSizeAsync(Widths[0], 900);
        await page.GotoAsync(path);
        var answer = await page.RunAndWaitForResponseAsync(
            () =>
                page.EvaluateAsync(
                    "way => sendToBeRefused(way)",
                    new { index = refusal.Index, way = refusal.Way }
                ),
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400
        );
        await page.WaitForFunctionAsync(
            "() => document.readyState === 'complete' && !('sent' in document.documentElement.dataset)"
        );
        if (answer.Status < 400)
        {
            return null;
        }

        await Examine($"{path} with form {refusal.Index} sent {refusal.Way}");
        return answer.Headers.GetValueOrDefault(RouteHeader.Name.ToLowerInvariant(), "");
    }

    /// <summary>Both widths of the page that is open. Answers its title.</summary>
    private async Task<string> Examine(string where)
    {
        var title = "";
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var json = await page.EvaluateAsync<JsonElement>(
                "asked => examinePage(asked)",
                new
                {
                    language = SpokenAt(where),
                    direction = "ltr",
                    phone = width < 640,
                    rules = RulesIn(language),
                }
            );
            var report = json.Deserialize<PageReport>(Json)!;
            title = report.Title;
            var place = $"{language} {width} {where}";
            faults.AddRange(report.Faults.Select(fault => $"{place} {fault}"));
            faults.AddRange(report.Violations.Select(finding => $"{place} {finding}"));
            undecided.AddRange(report.Undecided.Select(finding => (place, finding)));
        }

        while (noises.TryDequeue(out var noise))
        {
            faults.Add($"{language} {where} {noise}");
        }

        return title;
    }

    /// <summary>A form for the public, as the team tries it, speaks the language that its address names.</summary>
    private string SpokenAt(string where) =>
        where.Split(' ')[0].Split('?') is [_, var query]
        && HttpUtility.ParseQueryString(query)["l"] is { } named
            ? named
            : language;

    private static string Script()
    {
        using var stream = typeof(Examination).Assembly.GetManifestResourceStream("examine.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
