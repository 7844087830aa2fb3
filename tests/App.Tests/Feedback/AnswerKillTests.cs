using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Feedback;

/// <summary>
/// Families answer while the program is killed, and one reply in five never reaches them: each sends again until they have a receipt.
/// In the end what was acknowledged is what is stored, each once.
/// </summary>
public sealed partial class AnswerKillTests(ITestOutputHelper output)
{
    private const int Families = 6;
    private const double Cut = 0.2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int Kills { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("THROUGHLINE_KILLS"), out var given)
            ? given
            : 3;

    [Theory, EachDatabase]
    public async Task What_was_acknowledged_is_what_is_stored_each_once(DatabaseKind kind)
    {
        await using var place = await Place.Create(kind);
        var made = await ChildProgram.Command(
            ["sample", "--data", place.Data, "--json"],
            place.Environment
        );
        var code = JsonDocument
            .Parse(made.Text)
            .RootElement.GetProperty("feedback")[0]
            .GetString()!
            .Split('/')[^1];
        var (district, round) = await Find(place.Storage(), code);
        var before = await Stored(place.Storage(), district, round);

        var port = ChildProgram.FreePort();
        using var stop = new CancellationTokenSource();
        var families = Enumerable.Range(0, Families).Select(_ => new Family(port, code)).ToList();
        var answering = families.ConvertAll(family => family.Answer(stop.Token));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var program = Serve(place, port);
            await program.Ready(http, Patience);
            await Task.Delay(Random.Shared.Next(200, 1_500));
            await program.Kill();
        }

        await using (var program = Serve(place, port))
        {
            await program.Ready(http, Patience);
            await stop.CancelAsync();
            await Task.WhenAll(answering).WaitAsync(Patience);
        }

        var acknowledged = families.SelectMany(family => family.Acknowledged).ToHashSet();
        var stored = await Stored(place.Storage(), district, round);
        stored.ExceptWith(before);
        output.WriteLine(
            $"{acknowledged.Count} acknowledged over {Kills} kills, {families.Sum(family => family.Again)} times sent again."
        );
        Assert.True(acknowledged.Count > Kills, "Hardly anybody answered.");
        Assert.Equal(acknowledged.Order(), stored.Order());
        Assert.Empty(await place.Storage().Upkeep.Problems(CancellationToken.None));
    }

    private static ChildProgram Serve(Place place, int port) =>
        ChildProgram.Start(
            ChildProgram.Throughline,
            ["--data", place.Data, "--urls", $"http://127.0.0.1:{port}"],
            place.Environment
        );

    private static async Task<(DistrictId, FeedbackRoundId)> Find(IStorage storage, string code)
    {
        await using var services = new ServiceCollection()
            .AddThroughline(storage)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var found = await scope
            .ServiceProvider.GetRequiredService<RespondentQueries>()
            .Find(code, CancellationToken.None);
        return (found!.District.Id, found.Round);
    }

    private static async Task<HashSet<Guid>> Stored(
        IStorage storage,
        DistrictId district,
        FeedbackRoundId round
    )
    {
        var ids = new List<Guid>();
        await storage.Answers.ReadSent(
            district,
            round,
            answer => ids.Add(answer.Id.Value),
            CancellationToken.None
        );
        Assert.Equal(ids.Count, ids.Distinct().Count());
        return [.. ids];
    }

    /// <summary>Reads the fields of each page and posts them, one page after another, until there is a receipt; then the next family.</summary>
    private sealed partial class Family(int port, string code)
    {
        public List<Guid> Acknowledged { get; } = [];

        public int Again { get; private set; }

        public async Task Answer(CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                // A browser of its own: no cookie of the family before.
                using var http = new HttpClient(
                    new SocketsHttpHandler { AllowAutoRedirect = false }
                )
                {
                    BaseAddress = new Uri($"http://127.0.0.1:{port}"),
                };
                await AnswerOnce(http);
            }
        }

        private async Task AnswerOnce(HttpClient http)
        {
            var page = await Try(() => new HttpRequestMessage(HttpMethod.Get, "/f/" + code), http);
            var secret = "";
            while (page.Status == HttpStatusCode.OK)
            {
                var fields = Hidden()
                    .Matches(page.Text)
                    .Select(field =>
                        KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)
                    )
                    .Append(new("q-every-student", "everyone"))
                    .Append(new("q-hope", "Something of her own."))
                    .ToList();
                secret = fields.First(field => field.Key == "a").Value;
                page = await Try(
                    () =>
                        new HttpRequestMessage(HttpMethod.Post, "/f/" + code)
                        {
                            Content = new FormUrlEncodedContent(fields),
                        },
                    http
                );
            }

            Assert.Equal(HttpStatusCode.SeeOther, page.Status);
            Acknowledged.Add(FormSecret.AnswerOf(secret).Value);
        }

        private async Task<(HttpStatusCode Status, string Text)> Try(
            Func<HttpRequestMessage> request,
            HttpClient http
        )
        {
            while (true)
            {
                try
                {
                    using var cut = new CancellationTokenSource();
                    if (Random.Shared.NextDouble() < Cut)
                    {
                        cut.CancelAfter(Random.Shared.Next(1, 20));
                    }

                    using var reply = await http.SendAsync(request(), cut.Token);
                    if (reply.StatusCode != HttpStatusCode.ServiceUnavailable)
                    {
                        return (reply.StatusCode, await reply.Content.ReadAsStringAsync(cut.Token));
                    }
                }
                catch (Exception lost)
                    when (lost is HttpRequestException or OperationCanceledException or IOException)
                {
                    // Sent again, as it is: the page still has everything.
                }

                Again++;
                await Task.Delay(20);
            }
        }

        [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
        private static partial Regex Hidden();
    }
}
