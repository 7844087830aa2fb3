using System.Text.RegularExpressions;
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
public sealed partial class SweptInstallation : IAsyncDisposable
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

    /// <summary>What no link leads to: what only forms and style sheets name, and what leads on while the vision stands.</summary>
    public string[] Unlinked =>
        [
            $"{Home}/theme.css",
            $"{Home}/restore",
            $"{SchoolHome}/restore",
            $"{Home}/direction/vision/write",
            LogoAddress,
        ];

    public string SchoolHome => $"{Home}/schools/{School}";

    /// <summary>A school that has something of everything that schools have.</summary>
    private string School { get; set; } = "";

    /// <summary>The district's workbook with an answer typed into it.</summary>
    private byte[] Workbook { get; set; } = [];

    private byte[] SchoolWorkbook { get; set; } = [];

    /// <summary>The logo that the sample district has.</summary>
    private byte[] Logo { get; set; } = [];

    private string LogoAddress { get; set; } = "";

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

    public async Task<Visitor> Visit(PersonId? person)
    {
        var visitor = await Visitor.Come(App, person);
        (visitor.File, visitor.SchoolFile, visitor.Picture) = (Workbook, SchoolWorkbook, Logo);
        return visitor;
    }

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

        using var live = new SqliteConnection(sqlite.ConnectionString);
        live.Open();
        WaitForMail(live);
        snapshot?.Dispose();
        snapshot = new SqliteConnection("Data Source=:memory:");
        snapshot.Open();
        live.BackupDatabase(snapshot);
    }

    /// <summary>A letter that waits would be sent after each rewind, and its row changed under a sweep that looks for changes.</summary>
    private static void WaitForMail(SqliteConnection live)
    {
        using var waiting = live.CreateCommand();
        waiting.CommandText =
            "select count(*) from outbox_mail where closed_at is null and not_before <= strftime('%Y-%m-%d %H:%M:%f', 'now')";
        for (var tries = 0; tries < 200 && waiting.ExecuteScalar() is not 0L; tries++)
        {
            Thread.Sleep(50);
        }
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
        await Do($"{Home}/document/publish", "Input.Title");
        await Do($"{Home}/team/invite", "Input.Addresses", "waiting@marlowfalls.example");
        await Subscribe("reader@updates.example");
        var book = await Dana.Browser.GetByteArrayAsync($"{Home}/document/workbook?handler=File");
        Dana.File = Workbook = FilledWorkbook.Type(book, "team-charge", "Typed on paper");
        var settings = await Dana.Browser.GetStringAsync($"{Home}/settings/logo");
        LogoAddress = LogoIn().Match(settings).Groups["path"].Value;
        Dana.Picture = Logo = await Dana.Browser.GetByteArrayAsync(LogoAddress);
        await FillFeedback();
        await FillSchool();
        book = await Dana.Browser.GetByteArrayAsync($"{SchoolHome}/document/workbook?handler=File");
        Dana.SchoolFile = SchoolWorkbook = FilledWorkbook.Type(
            book,
            "vision-draft",
            "Typed on paper"
        );
    }

    [GeneratedRegex(
        "src=\"(?<path>/d/[a-z-]+/logo/[0-9a-f]+\\.[a-z]+)\"",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex LogoIn();

    private async Task Subscribe(string reader)
    {
        await Do($"/plans/{Slug}", "Input.Email", reader);
        var link = (await App.MailTo(reader))[0].LinkIn().Split('?')[0];
        using var answer = await Dana.Send(new Submission(link, link, [], []));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Letters, somebody who was written to, and an earlier round whose figures everybody can read.</summary>
    private async Task FillFeedback()
    {
        var rounds = await new Crawl(Dana.Browser).Visit($"{Home}/feedback");
        var round = Crawl
            .LinksOn(rounds.Document, rounds.Address)
            .Last(link => Twin.Ids().IsMatch(link));
        var page = await new Crawl(Dana.Browser).Visit(round);
        var letters = Crawl
            .LinksOn(page.Document, page.Address)
            .First(link => link.Contains("/links/", StringComparison.Ordinal));
        var form = (await Dana.FormsOn(letters)).First(one => one.Asks("Input.HowMany"));
        using var made = await Dana.Send(form.With("Input.HowMany", "3"));
        made.EnsureSuccessStatusCode();
        await Do(letters, "Input.Addresses", "asked@typed.example");
        await PublishedRound.In(App.Services, District, Lead);
    }

    /// <summary>Two goals, an open decision, one that is decided and has to be told, and somebody's responsibility.</summary>
    private async Task FillSchool()
    {
        var schools = await new Crawl(Dana.Browser).Visit($"{Home}/schools");
        School = Crawl
            .LinksOn(schools.Document, schools.Address)
            .Select(link => link.Split('/'))
            .First(parts => parts is [_, _, _, "schools", _, "plan"])[4];
        await Do($"{SchoolHome}/direction/goals/new", "Input.Statement");
        await Do($"{SchoolHome}/direction/goals/new", "Input.Statement");
        await Decision("Which room?");
        var decision = await Decision("Who teaches it?");
        await Do($"{decision}/decide", "Input.Outcome");
        await Do($"{SchoolHome}/plan/responsibilities?edit=new", "Input.Support");
    }

    /// <summary>One that nobody has to be consulted about.</summary>
    private Task<string> Decision(string question) =>
        Do(
            $"{SchoolHome}/plan/decisions/new",
            "Input.Question",
            question,
            "Input.BroadSupport",
            "Input.Consult"
        );

    /// <summary>Sends the form of a page that asks for this; answers where it leads.</summary>
    private async Task<string> Do(
        string page,
        string field,
        string? value = null,
        params string[] without
    )
    {
        var form = (await Dana.FormsOn(page)).First(one => one.Asks(field));
        form = without.Aggregate(form, (one, blank) => one.Without(blank));
        using var answer = await Dana.Send(value is null ? form : form.With(field, value));
        return answer.Headers.Location?.ToString().Split('?', '#')[0]
            ?? throw new InvalidOperationException($"{form} answered {answer.StatusCode}.");
    }
}
