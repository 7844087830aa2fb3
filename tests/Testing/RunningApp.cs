using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughline.App.Hosting;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Testing;

/// <summary>
/// The product as it is, on a loopback port, over a <see cref="TestWorkspace"/>'s database: real pages, real forms with their
/// antiforgery tokens, real cookies.
/// </summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string data;

    private RunningApp(WebApplication app, TestWorkspace workspace, string data)
    {
        this.app = app;
        this.data = data;
        Workspace = workspace;
    }

    public TestWorkspace Workspace { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address =>
        new(
            app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    /// <summary>The data folder: keys, and the mail that would have been sent.</summary>
    public string Data => data;

    public static async Task<RunningApp> Start(
        DatabaseKind kind,
        Action<WebApplicationBuilder>? change = null,
        string slug = "marlow-falls"
    )
    {
        var workspace = await TestWorkspace.Create(kind, slug);
        var data = System.IO.Directory.CreateTempSubdirectory("throughline-app").FullName;
        var options = new WebHostOptions(data, "http://127.0.0.1:0")
        {
            Storage = workspace.Storage,
        };
        var app = WebHost.Build(
            options,
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(workspace.Clock);
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                change?.Invoke(builder);
            }
        );
        await app.StartAsync();
        return new RunningApp(app, workspace, data);
    }

    /// <summary>A browser of its own, without redirects, signed in as this person (or nobody).</summary>
    public async Task<HttpClient> Browser(PersonId? person = null)
    {
        var cookies = new CookieContainer();
        if (person is { } who)
        {
            cookies.Add(Address, new Cookie("throughline", await SessionOf(who)));
        }

        return new HttpClient(
            new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }
        )
        {
            BaseAddress = Address,
        };
    }

    /// <summary>The secret of a new session, for a cookie.</summary>
    public async Task<string> SessionOf(PersonId person) =>
        await Workspace.In<BeginSession, Outcome<string>>(
            null,
            person,
            use => use.Do(person, Workspace.By(person))
        )
            is Outcome<string>.Done done
            ? done.Value
            : throw new InvalidOperationException("No session could be begun.");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Workspace.DisposeAsync();
        System.IO.Directory.Delete(data, recursive: true);
    }
}
