using System.Diagnostics;
using System.Globalization;
using Throughline.Feedback.Hearing;

namespace Throughline.Bench.Feedback;

/// <summary>
/// <c>feedback [postgres] [seconds]</c>: the public's pages under load, beside LimeSurvey 6.10.6 as it was measured, tuned, on two cores
/// that it shared with its load (54.1 first pages and 33.4 complete answers a second). A complete answer is three requests: the form, the
/// answer, the receipt.
/// </summary>
static class FeedbackBench
{
    private const double PeerFirstPages = 54.1;
    private const double PeerAnswers = 33.4;
    private const double FirstPageTimes = 300;
    private const double AnswerTimes = 150;
    private const double P99Limit = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string[] args)
    {
        var lasts = TimeSpan.FromSeconds(Math.Clamp(Number(args, ifNone: 10), 1, 120));
        await using var district = await MeasuredDistrict.Make(args);
        var round = await district.Open(TwelveQuestions.Form);
        var figures = new Figures();
        using (var product = district.Serve())
        {
            using var http = new HttpClient { BaseAddress = product.Address };
            await product.Answers(http, "/health/ready");
            await Load.Of(product, WarmUp, client => client.FirstPage(round.Code));
            var pages = await Load.Of(product, lasts, client => client.FirstPage(round.Code));
            figures.AtLeast(
                "first pages a second",
                pages.PerSecond,
                PeerFirstPages * FirstPageTimes,
                "/s"
            );
            Figures.Beside("  times the peer", pages.PerSecond / PeerFirstPages, "");
            figures.Within("  p99 of a request", pages.P99, P99Limit, "ms");
            await Load.Of(product, WarmUp, client => client.Whole(round.Code));
            var before = await district.CountSent(round);
            var answers = await Load.Of(product, lasts, client => client.Whole(round.Code));
            figures.AtLeast(
                "complete answers a second",
                answers.PerSecond,
                PeerAnswers * AnswerTimes,
                "/s"
            );
            Figures.Beside("  times the peer", answers.PerSecond / PeerAnswers, "");
            Figures.Beside("  p50 of a request", answers.P50, "ms");
            figures.Within("  p99 of a request", answers.P99, P99Limit, "ms");
            Figures.Beside("  server's processor time an answer", answers.CpuMs, "ms");
            figures.Within(
                "  acknowledged and not stored, or stored twice",
                Math.Abs(await district.CountSent(round) - before - answers.Count),
                0,
                ""
            );
        }

        await Hear(district, figures);
        return figures.Exit;
    }

    /// <summary>The first number among the arguments.</summary>
    public static int Number(string[] args, int ifNone) =>
        Array.Find(args, given => char.IsAsciiDigit(given[0])) is { } number
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : ifNone;

    /// <summary>Fifty thousand answers, counted live in two ways.</summary>
    public static async Task HearLive(MeasuredDistrict district, OpenedRound round, Figures figures)
    {
        const int Rounds = 5;
        foreach (var by in new[] { null, "q0" })
        {
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                var heard = await district.Part<HearRound>().Do(round.Id, by);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                if (heard?.Count != FortyQuestions.Count)
                {
                    throw new InvalidOperationException("Not all were heard.");
                }
            }

            figures.Within(
                $"50,000 answers heard{(by is null ? "" : ", by segment")}, median",
                Figures.Median(times),
                300,
                "ms"
            );
        }
    }

    private static async Task Hear(MeasuredDistrict district, Figures figures)
    {
        var round = await district.Open(FortyQuestions.Form);
        await FortyQuestions.Store(district, round, FortyQuestions.Count);
        await HearLive(district, round, figures);
        var table = district.File("answers.csv");
        string[] export =
        [
            "export",
            "answers",
            "--district",
            district.Slug,
            "--round",
            round.Code,
            "--format",
            "csv",
            "--out",
            table,
        ];
        var written = await district.Command(export);
        figures.Within(
            "50,000 answers of 40 questions as CSV, whole command",
            written.Wall.TotalSeconds,
            2,
            "s"
        );
        figures.Within("  its memory", written.Megabytes, 150, "MB");
        Figures.Beside("  its size", new FileInfo(table).Length / 1e6, "MB");
    }
}
