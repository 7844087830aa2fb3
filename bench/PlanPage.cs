using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Throughline.Bench;

/// <summary>The pages of a whole plan, as its lead opens them: processor time a request, and what goes over the line.</summary>
static partial class PlanPage
{
    private const int WarmUps = 300;
    private const int Requests = 300;
    private const double LimitMs = 20;
    private const double LimitKb = 60;

    private static readonly string[] Pages =
    [
        "document",
        "plan",
        "plan/decisions",
        "plan/actions",
        "plan/responsibilities",
        "",
    ];

    public static async Task<int> Run(string[] args)
    {
        var data = Product.NewFolder();
        var made = await Product.Command("sample", "--data", data, "--json");
        var answer = JsonDocument.Parse(made.Text).RootElement;
        var figures = new Figures();
        using (var product = Product.Serve(data))
        {
            using var http = Lead.Browser(product.Address);
            await product.Answers(http, "/health/ready");
            await Lead.SignIn(http, answer.GetProperty("signIn").GetString()!);
            var home = "/d/" + answer.GetProperty("district").GetString();
            foreach (var page in Pages)
            {
                await Measure(product, http, $"{home}/{page}".TrimEnd('/'), figures);
            }
        }

        System.IO.Directory.Delete(data, recursive: true);
        return figures.Exit;
    }

    private static async Task Measure(
        Product product,
        HttpClient http,
        string page,
        Figures figures
    )
    {
        await Ask(http, page, WarmUps);
        var before = product.Cpu;
        var html = await Ask(http, page, Requests);
        var spent = (product.Cpu - before).TotalMilliseconds / Requests;
        var parts = new List<int>();
        foreach (Match part in StyleOrScript().Matches(await Lead.Text(http, page)))
        {
            parts.Add((await http.GetByteArrayAsync(part.Groups["path"].Value)).Length);
        }

        figures.Within(page + ", processor time a request", spent, LimitMs, "ms");
        figures.Within(
            "  compressed, with style and script",
            (html + parts.Sum()) / 1000.0,
            LimitKb,
            "KB"
        );
        Figures.Beside("  the page alone", html / 1000.0, "KB");
    }

    /// <summary>Compressed bytes of the last answer.</summary>
    private static async Task<int> Ask(HttpClient http, string page, int times)
    {
        var bytes = 0;
        for (var i = 0; i < times; i++)
        {
            using var answer = await http.GetAsync(page);
            if (
                answer.StatusCode != HttpStatusCode.OK
                || answer.Content.Headers.ContentEncoding.Count == 0
            )
            {
                throw new InvalidOperationException(
                    $"{page} answered {answer.StatusCode}, or uncompressed."
                );
            }

            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        return bytes;
    }

    [GeneratedRegex(
        "(?:href|src)=\"(?<path>/[^\"]+\\.(?:css|js))\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex StyleOrScript();
}
