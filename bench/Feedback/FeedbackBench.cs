using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Process.Content;
using Throughline.Sqlite;

namespace Throughline.Bench.Feedback;

/// <summary>
/// The public's pages under load, beside LimeSurvey 6.10.6 as it was measured, tuned, on two cores that it shared with its load
/// (54.1 first pages and 33.4 complete answers a second). A complete answer is three requests: the form, the answer, the receipt.
/// </summary>
static class FeedbackBench
{
    private const double PeerFirstPages = 54.1;
    private const double PeerAnswers = 33.4;
    private const int Clients = 32;
    private const double FirstPageTimes = 300;
    private const double AnswerTimes = 150;
    private const double P99Limit = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string[] args)
    {
        var seconds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 10;
        var lasts = TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 120));
        var data = Product.NewFolder();
        var made = await Product.Command("sample", "--data", data, "--json");
        var slug = JsonDocument.Parse(made.Text).RootElement.GetProperty("district").GetString()!;
        var file = Path.Combine(data, "throughline.db");
        var code = await OpenTwelve(file, slug);
        var figures = new Figures();
        using (var product = Product.Serve(data))
        {
            using var http = new HttpClient { BaseAddress = product.Address };
            await product.Answers(http, "/health/ready");
            await Load(product, WarmUp, client => FirstPage(client, code));
            var pages = await Load(product, lasts, client => FirstPage(client, code));
            figures.AtLeast(
                "first pages a second",
                pages.PerSecond,
                PeerFirstPages * FirstPageTimes,
                "/s"
            );
            Figures.Beside("  times the peer", pages.PerSecond / PeerFirstPages, "");
            figures.Within("  p99 of a request", pages.P99, P99Limit, "ms");
            await Load(product, WarmUp, client => Whole(client, code));
            var before = Stored(file);
            var answers = await Load(product, lasts, client => Whole(client, code));
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
                Math.Abs(Stored(file) - before - answers.Count),
                0,
                ""
            );
        }

        await Hear(data, file, slug, figures);
        System.IO.Directory.Delete(data, recursive: true);
        return figures.Exit;
    }

    /// <summary>Fifty thousand answers, counted live in two ways and written out.</summary>
    private static async Task Hear(string data, string file, string slug, Figures figures)
    {
        const int Together = 5_000;
        const int Rounds = 5;
        await using var services = Services(file);
        await using var scope = services.CreateAsyncScope();
        var (round, code) = await Open(scope.ServiceProvider, slug, FortyQuestions.Form);
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var channel = (
            await scope.ServiceProvider.GetRequiredService<FeedbackQueries>().Channels(round)
        )[0].Id;
        var storage = services.GetRequiredService<IStorage>();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (
            var some in FortyQuestions
                .Answers(db.District!.Value, round, channel, day)
                .Chunk(Together)
        )
        {
            await storage.Answers.Store(some, CancellationToken.None);
        }

        foreach (var by in new[] { null, "q0" })
        {
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                var heard = await scope
                    .ServiceProvider.GetRequiredService<HearRound>()
                    .Do(round, by);
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

        var table = Path.Combine(data, "answers.csv");
        string[] export =
        [
            "export",
            "answers",
            "--district",
            slug,
            "--round",
            code,
            "--format",
            "csv",
            "--out",
            table,
            "--data",
            data,
        ];
        var written = await Product.Command(export);
        figures.Within(
            "50,000 answers of 40 questions as CSV, whole command",
            written.Wall.TotalSeconds,
            2,
            "s"
        );
        Figures.Beside("  its size", new FileInfo(table).Length / 1e6, "MB");
    }

    private sealed record Measured(
        long Count,
        double PerSecond,
        double P50,
        double P99,
        double CpuMs
    );

    /// <summary>So many clients, each with its own connection, until the time is over.</summary>
    private static async Task<Measured> Load(
        Product product,
        TimeSpan lasts,
        Func<Timed, Task> once
    )
    {
        var cpu = product.Cpu;
        var begin = Stopwatch.GetTimestamp();
        var clients = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        using var client = new Timed(product.Address);
                        while (Stopwatch.GetElapsedTime(begin) < lasts)
                        {
                            await once(client);
                            client.Done++;
                        }

                        return client;
                    })
                )
        );
        var took = Stopwatch.GetElapsedTime(begin);
        var count = clients.Sum(client => client.Done);
        var times = clients.SelectMany(client => client.Times).Order().ToArray();
        return new Measured(
            count,
            count / took.TotalSeconds,
            times[times.Length / 2],
            times[(int)(times.Length * 0.99)],
            (product.Cpu - cpu).TotalMilliseconds / count
        );
    }

    private static async Task FirstPage(Timed client, string code)
    {
        await client.Time(client.Ask.Get("/f/" + code));
        client.Expect(200);
    }

    private static async Task Whole(Timed client, string code)
    {
        await client.Time(client.Ask.Get("/f/" + code));
        client.Expect(200);
        // The page is compressed, and unpacking it here would take the server's processor: the secret stands in it as it is.
        var secret = Secret(client.Ask.Body);
        await client.Time(
            client.Ask.Post("/f/" + code, $"a={secret}&e=1&l=en&s=0&{TwelveQuestions.Answer}")
        );
        client.Expect(303);
        await client.Time(client.Ask.Get(client.Ask.Header("Location")));
        client.Expect(200);
    }

    /// <summary>The one stored block of the packed page: its length and the complement of it (RFC 1951).</summary>
    private static string Secret(ReadOnlySpan<byte> page)
    {
        const int Length = 22;
        ReadOnlySpan<byte> header = [0, Length, 0, unchecked((byte)~Length), 255];
        var at = page.IndexOf(header) + header.Length;
        return Encoding.ASCII.GetString(page.Slice(at, Length));
    }

    private static async Task<string> OpenTwelve(string file, string slug)
    {
        await using var services = Services(file);
        await using var scope = services.CreateAsyncScope();
        return (await Open(scope.ServiceProvider, slug, TwelveQuestions.Form)).Code;
    }

    private static ServiceProvider Services(string file) =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new ContentFolder(Path.Combine(AppContext.BaseDirectory, "content")))
            .AddThroughline(new SqliteStorage(file))
            .BuildServiceProvider();

    private static async Task<(FeedbackRoundId Round, string Code)> Open(
        IServiceProvider parts,
        string slug,
        Questionnaire form
    )
    {
        var district = (await parts.GetRequiredService<DistrictQueries>().BySlug(slug))!;
        await parts.GetRequiredService<ThroughlineDb>().Enter(district.Id, null);
        var doing = Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(doing.When);
        var round = Value(
            await parts
                .GetRequiredService<PrepareRound>()
                .Do(new("Measured", FeedbackSubject.Other, form), doing)
        );
        var code = Value(
            await parts
                .GetRequiredService<AddChannel>()
                .Do(new(round, ChannelKind.Link, "Everybody"), doing)
        );
        Value(
            await parts
                .GetRequiredService<OpenRound>()
                .Do(new(round, 1, today.AddDays(30), today.AddDays(60)), doing)
        );
        return (round, code);
    }

    private static T Value<T>(Outcome<T> outcome) => ((Outcome<T>.Done)outcome).Value;

    private static long Stored(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from answer where sent_on is not null";
        return (long)command.ExecuteScalar()!;
    }

    private sealed class Timed(Uri address) : IDisposable
    {
        public Respondent Ask { get; } = new(address);

        public List<double> Times { get; } = [];

        public long Done { get; set; }

        public async Task Time(Task request)
        {
            var begin = Stopwatch.GetTimestamp();
            await request;
            Times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        public void Expect(int status)
        {
            if (Ask.Status != status)
            {
                throw new InvalidOperationException(
                    $"Expected {status}: {Encoding.UTF8.GetString(Ask.Head)}{Encoding.UTF8.GetString(Ask.Body)}"
                );
            }
        }

        public void Dispose() => Ask.Dispose();
    }
}
