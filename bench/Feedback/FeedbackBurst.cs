using System.Diagnostics;
using System.Net;

namespace Throughline.Bench.Feedback;

/// <summary>
/// <c>feedback-burst [postgres] [seconds]</c>: twenty thousand families answer within so many seconds (600, an evening's rush), while the
/// team has its pages open. Limit: 250 ms for 95 of 100 of the team's pages.
/// </summary>
static class FeedbackBurst
{
    private const int Families = 20_000;
    private const int Team = 4;
    private const double LimitMs = 250;
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(200);

    public static async Task<int> Run(string[] args)
    {
        var lasts = TimeSpan.FromSeconds(
            Math.Clamp(FeedbackBench.Number(args, ifNone: 600), 10, 600)
        );
        await using var district = await MeasuredDistrict.Make(args);
        var round = await district.Open(TwelveQuestions.Form);
        var figures = new Figures();
        using var product = district.Serve();
        using var http = Lead.Browser(product.Address);
        await product.Answers(http, "/health/ready");
        await Lead.SignIn(http, district.SignIn);
        var pages = PagesOf(district, round);
        foreach (var page in pages)
        {
            await Ask(http, page);
        }

        using var over = new CancellationTokenSource();
        var reading = Enumerable
            .Range(0, Team)
            .Select(member => Task.Run(() => Read(http, pages, member, over.Token)))
            .ToList();
        var begin = Stopwatch.GetTimestamp();
        var families = await Task.WhenAll(
            Enumerable
                .Range(0, Families)
                .Select(async number =>
                {
                    await Task.Delay(lasts * ((double)number / Families));
                    using var family = new Visits(product.Address);
                    await family.Whole(round.Code);
                    return family.Times;
                })
        );
        var took = Stopwatch.GetElapsedTime(begin);
        await over.CancelAsync();
        var team = (await Task.WhenAll(reading)).SelectMany(times => times).Order().ToArray();
        var public95 = At95([.. families.SelectMany(times => times).Order()]);
        Figures.Beside("families answered a second", Families / took.TotalSeconds, "/s");
        Figures.Beside("  p95 of a request", public95, "ms");
        figures.Within("team's pages meanwhile, p95", At95(team), LimitMs, "ms");
        Figures.Beside("  the slowest", team[^1], "ms");
        Figures.Beside("  pages read", team.Length, "");
        figures.Within(
            "acknowledged and not stored, or stored twice",
            Math.Abs(await district.CountSent(round) - Families),
            0,
            ""
        );
        return figures.Exit;
    }

    private static List<string> PagesOf(MeasuredDistrict district, OpenedRound round)
    {
        var home = "/d/" + district.Slug;
        return
        [
            home,
            home + "/document",
            home + "/plan/decisions",
            home + "/feedback",
            $"{home}/feedback/{round.Id}",
            $"{home}/feedback/{round.Id}/results",
        ];
    }

    private static async Task<List<double>> Read(
        HttpClient http,
        List<string> pages,
        int member,
        CancellationToken over
    )
    {
        var times = new List<double>();
        for (var next = member; !over.IsCancellationRequested; next++)
        {
            var begin = Stopwatch.GetTimestamp();
            await Ask(http, pages[next % pages.Count]);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            await Task.Delay(Reading, CancellationToken.None);
        }

        return times;
    }

    private static async Task Ask(HttpClient http, string page)
    {
        using var answer = await http.GetAsync(page);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{page} answered {answer.StatusCode}.");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    private static double At95(double[] sorted) => sorted[(int)(sorted.Length * 0.95)];
}
