using System.Diagnostics;

namespace Throughline.Bench.Feedback;

/// <summary>
/// <c>feedback-growth [postgres] [answers]</c>: what an answer costs in a district that has none, and in one that has five million.
/// </summary>
static class FeedbackGrowth
{
    private const int Whole = 5_000_000;
    private const int InARound = 500_000;
    private const double MostTimes = 1.25;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(string[] args)
    {
        var count = Math.Clamp(FeedbackBench.Number(args, ifNone: Whole), InARound, Whole);
        await using var district = await MeasuredDistrict.Make(args);
        var round = await district.Open(TwelveQuestions.Form);
        var figures = new Figures();
        var first = await Cost(district, round, "in an empty district");
        var begin = Stopwatch.GetTimestamp();
        for (var stored = 0; stored < count; stored += InARound)
        {
            var filled = await district.Open(FortyQuestions.Form);
            await FortyQuestions.Store(district, filled, InARound);
        }

        Figures.Beside(
            $"{count:N0} answers of 40 questions stored in",
            Stopwatch.GetElapsedTime(begin).TotalSeconds,
            "s"
        );
        var last = await Cost(district, round, "in the full one");
        figures.Within(
            "  processor time an answer, times the first",
            last.CpuMs / first.CpuMs,
            MostTimes,
            ""
        );
        figures.Within("  p99 of a request", last.P99, 50, "ms");
        var heard = await district.Open(FortyQuestions.Form);
        await FortyQuestions.Store(district, heard, FortyQuestions.Count);
        await FeedbackBench.HearLive(district, heard, figures);
        return figures.Exit;
    }

    private static async Task<Load> Cost(MeasuredDistrict district, OpenedRound round, string where)
    {
        using var product = district.Serve();
        using var http = new HttpClient { BaseAddress = product.Address };
        await product.Answers(http, "/health/ready");
        await Load.Of(product, TimeSpan.FromSeconds(10), client => client.Whole(round.Code));
        var load = await Load.Of(product, Lasts, client => client.Whole(round.Code));
        Figures.Beside($"complete answers a second {where}", load.PerSecond, "/s");
        Figures.Beside("  server's processor time an answer", load.CpuMs, "ms");
        return load;
    }
}
