using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Sample;
using Throughline.Sqlite;

namespace Throughline.Testing.Sweeping;

/// <summary>
/// The product with the sample district, filled further by every form that its lead finds, and the twin of that district: what the
/// sweeps send their requests to.
/// </summary>
public sealed class SweptInstallation : IAsyncDisposable
{
    private SqliteConnection? snapshot;

    private SweptInstallation(RunningApp app) => App = app;

    public RunningApp App { get; }

    public TestWorkspace Workspace => App.Workspace;

    public LogBook Logs { get; private init; } = null!;

    public StoredRows Stored { get; private set; } = null!;

    public Twin Twin { get; private set; } = null!;

    public DistrictId District { get; private set; }

    public PersonId Lead { get; private set; }

    /// <summary>The lead of the sample district.</summary>
    public Visitor Dana { get; private set; } = null!;

    public IReadOnlyList<PageHandler> Handlers { get; private set; } = [];

    public string Slug { get; private set; } = "";

    public string Home => "/d/" + Slug;

    public static async Task<SweptInstallation> Start(
        DatabaseKind kind,
        Action<WebApplicationBuilder>? change = null
    )
    {
        var logs = new LogBook();
        var app = await RunningApp.Start(
            kind,
            builder =>
            {
                builder.Logging.AddProvider(logs);
                change?.Invoke(builder);
            },
            "quarry-hill"
        );
        var here = new SweptInstallation(app) { Logs = logs };
        await here.MakeSample();
        here.Handlers = await PageHandler.All(here.App.Services);
        here.Dana = await here.Visit(here.Lead);
        await here.FillFurther();
        here.Twin = await Twin.Make(here.Stored, here.Model, here.District);
        here.Keep();
        return here;
    }

    public Task<Visitor> Visit(PersonId? person) => Visitor.Come(App, person);

    /// <summary>The handler that a submission goes to.</summary>
    public PageHandler? HandlerOf(Submission one) =>
        Handlers.FirstOrDefault(handler => handler.Takes("POST", one.Path, one.Handler));

    /// <summary>Everything as it was when the sweep began. SQLite only: a copy over the open database.</summary>
    public void Rewind()
    {
        using var live = new SqliteConnection(((SqliteStorage)Workspace.Storage).ConnectionString);
        live.Open();
        for (var tries = 0; ; tries++)
        {
            try
            {
                (
                    snapshot ?? throw new InvalidOperationException("Nothing was kept.")
                ).BackupDatabase(live);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6 && tries < 200)
            {
                // The mail's own service looks into the outbox now and then.
                Thread.Sleep(10);
            }
        }
    }

    /// <summary>From here on a rewind comes back to this.</summary>
    public void Keep()
    {
        if (Workspace.Storage is not SqliteStorage sqlite)
        {
            return;
        }

        snapshot?.Dispose();
        snapshot = new SqliteConnection("Data Source=:memory:");
        snapshot.Open();
        using var live = new SqliteConnection(sqlite.ConnectionString);
        live.Open();
        live.BackupDatabase(snapshot);
    }

    public async ValueTask DisposeAsync()
    {
        if (snapshot is not null)
        {
            await snapshot.DisposeAsync();
        }

        Dana.Dispose();
        await App.DisposeAsync();
    }

    private Microsoft.EntityFrameworkCore.Metadata.IModel Model { get; set; } = null!;

    private async Task MakeSample()
    {
        string lead;
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var made = await scope
                .ServiceProvider.GetRequiredService<MakeSample>()
                .Do(Doing.ByServer(Workspace.Clock.GetUtcNow().UtcDateTime));
            (Slug, lead) = made is Outcome<MakeSample.Made>.Done { Value: var done }
                ? (done.Slug, done.Lead)
                : throw new InvalidOperationException("The sample could not be made.");
        }

        await using var reading = App.Services.CreateAsyncScope();
        var db = reading.ServiceProvider.GetRequiredService<ThroughlineDb>();
        await db.Enter(null, null);
        Model = db.Model;
        Stored = new StoredRows(Workspace.Storage, db.Model);
        District = await db.Set<District>()
            .Where(row => row.Slug == Slug)
            .Select(row => row.Id)
            .SingleAsync();
        var key = Person.KeyOf(lead);
        Lead = await db.Set<Person>()
            .Where(row => row.EmailKey == key)
            .Select(row => row.Id)
            .SingleAsync();
    }

    /// <summary>What the sample's team has not done yet: a published version, an invitation that waits, a subscription.</summary>
    private async Task FillFurther()
    {
        foreach (
            var (page, field, value) in new[]
            {
                ($"{Home}/document/publish", "", ""),
                ($"{Home}/team/invite", "Input.Addresses", "waiting@marlowfalls.example"),
                ($"/plans/{Slug}", "Input.Email", "reader@updates.example"),
            }
        )
        {
            var form = (await Dana.FormsOn(page))[0];
            using var answer = await Dana.Send(field.Length > 0 ? form.With(field, value) : form);
            if ((int)answer.StatusCode >= 400)
            {
                throw new InvalidOperationException($"{form} answered {answer.StatusCode}.");
            }
        }
    }
}
