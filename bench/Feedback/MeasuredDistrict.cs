using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Process.Content;
using Throughline.Testing;

namespace Throughline.Bench.Feedback;

/// <summary>
/// The sample district on a database of its own, SQLite or PostgreSQL, both with commits that are on disk when they are acknowledged; with
/// rounds that are opened as its team would open them.
/// </summary>
sealed class MeasuredDistrict : IAsyncDisposable
{
    private readonly Place place;
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private MeasuredDistrict(Place place, string slug, string signIn)
    {
        (this.place, Slug, SignIn) = (place, slug, signIn);
        services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new ContentFolder(Path.Combine(AppContext.BaseDirectory, "content")))
            .AddThroughline(place.Storage())
            .BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public string Slug { get; }

    /// <summary>Lets the lead in, once.</summary>
    public string SignIn { get; }

    public IAnswerStore Answers => services.GetRequiredService<IStorage>().Answers;

    public DistrictId Id => Part<ThroughlineDb>().District!.Value;

    /// <param name="args">The first says which database; SQLite where it does not.</param>
    public static async Task<MeasuredDistrict> Make(string[] args)
    {
        PostgresServer.Durable = true;
        var kind = args.Contains("postgres", StringComparer.Ordinal)
            ? DatabaseKind.Postgres
            : DatabaseKind.Sqlite;
        var place = await Place.Create(kind);
        var made = await Product.Command(
            place.Environment,
            "sample",
            "--data",
            place.Data,
            "--json"
        );
        var answer = JsonDocument.Parse(made.Text).RootElement;
        var district = new MeasuredDistrict(
            place,
            answer.GetProperty("district").GetString()!,
            answer.GetProperty("signIn").GetString()!
        );
        var row = (await district.Part<DistrictQueries>().BySlug(district.Slug))!;
        await district.Part<ThroughlineDb>().Enter(row.Id, null);
        Console.WriteLine($"On {kind}.");
        return district;
    }

    public T Part<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public Product Serve() => Product.Serve(place.Data, place.Environment);

    public Task<Ended> Command(params string[] arguments) =>
        Product.Command(place.Environment, [.. arguments, "--data", place.Data]);

    public string File(string name) => place.File(name);

    public async Task<OpenedRound> Open(Questionnaire form)
    {
        var doing = Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(doing.When);
        var round = Value(
            await Part<PrepareRound>().Do(new("Measured", FeedbackSubject.Other, form), doing)
        );
        var code = Value(
            await Part<AddChannel>().Do(new(round, ChannelKind.Link, "Everybody"), doing)
        );
        Value(
            await Part<OpenRound>().Do(new(round, 1, today.AddDays(30), today.AddDays(60)), doing)
        );
        var channels = await Part<FeedbackQueries>().Channels(round);
        return new OpenedRound(round, code, channels[0].Id);
    }

    public Task<int> CountSent(OpenedRound round) =>
        Answers.CountSent(Id, round.Id, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await place.DisposeAsync();
    }

    private static T Value<T>(Outcome<T> outcome) => ((Outcome<T>.Done)outcome).Value;
}

sealed record OpenedRound(FeedbackRoundId Id, string Code, FeedbackChannelId Channel);
