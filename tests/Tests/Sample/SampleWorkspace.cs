using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Process.Content;
using Throughline.Sample;
using Throughline.Testing;

namespace Throughline.Tests.Sample;

/// <summary>An empty database in which the sample is made.</summary>
internal sealed class SampleWorkspace : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private SampleWorkspace(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection()
            .AddThroughline(database.Storage)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Languages)
            .AddSingleton(new ContentFolder(Repository.Content))
            .BuildServiceProvider(validateScopes: true);
    }

    public static LanguageFiles Languages { get; } =
        LanguageFiles.Load(Path.Combine(Repository.Content, "languages"));

    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>The day in the district.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    public DateTime Local(DateTime when) =>
        TimeZoneInfo.ConvertTimeFromUtc(
            when,
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York")
        );

    public DistrictView District { get; private set; } = null!;

    public static async Task<SampleWorkspace> Create(DatabaseKind kind, DateTimeOffset? at = null)
    {
        var here = new SampleWorkspace(await TestDatabase.Create(kind));
        if (at is { } now)
        {
            here.Clock.AdjustTime(now);
        }

        await here.Make();
        return here;
    }

    public async Task<MakeSample.Made> Make()
    {
        await using var scope = services.CreateAsyncScope();
        var made = await scope
            .ServiceProvider.GetRequiredService<MakeSample>()
            .Do(Doing.ByServer(Now));
        var done = Assert.IsType<Outcome<MakeSample.Made>.Done>(made).Value;
        await using var next = services.CreateAsyncScope();
        await next.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(null, null);
        District = (
            await next.ServiceProvider.GetRequiredService<DistrictQueries>().BySlug(done.Slug)
        )!;
        return done;
    }

    /// <summary>Reads something in a scope of its own, in the district.</summary>
    public async Task<T> In<TService, T>(Func<TService, Task<T>> read)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(District.Id, null);
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
