using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Throughline.App.Hosting;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>The product as somebody finds it at its first start, on an empty database, and a real browser to visit it with.</summary>
public sealed class FreshInstallation : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string data;

    private FreshInstallation(
        TestDatabase database,
        WebApplication app,
        IPlaywright playwright,
        IBrowser browser,
        string data
    )
    {
        (this.database, this.app, this.playwright, this.browser, this.data) = (
            database,
            app,
            playwright,
            browser,
            data
        );
        Address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
    }

    public string Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The link that the first start prints.</summary>
    public string SetUpLink { get; private init; } = "";

    public static async Task<FreshInstallation> Start(
        DatabaseKind kind,
        Action<WebApplicationBuilder>? change = null
    )
    {
        Assert.SkipUnless(
            PostgresServer.Strict || File.Exists("/usr/bin/chromium"),
            "Chromium is not installed here."
        );
        var database = await TestDatabase.Create(kind);
        var data = System.IO.Directory.CreateTempSubdirectory("throughline-fresh").FullName;
        var app = WebHost.Build(
            new WebHostOptions(data, "http://127.0.0.1:0") { Storage = database.Storage },
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                change?.Invoke(builder);
            }
        );
        await Startup.Prepare(app.Services, CancellationToken.None);
        await app.StartAsync();
        var link = await Startup.PrintSetUpLink(
            app.Services,
            null,
            TextWriter.Null,
            CancellationToken.None
        );
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-gpu",
                ],
            }
        );
        return new FreshInstallation(database, app, playwright, browser, data)
        {
            SetUpLink = link is null ? "" : new Uri(link).PathAndQuery,
        };
    }

    public async Task<IPage> Visit(bool script = true, int width = 1280)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        System.IO.Directory.Delete(data, recursive: true);
    }
}
