using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Sqlite;
using Throughline.Testing;

namespace Throughline.App.Tests.Storage;

public sealed class PassingFaultsTests
{
    [Fact]
    public async Task A_busy_database_is_told_with_everything_that_was_typed()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite, AddNotes);
        using var browser = await app.Browser();
        await using var other = await HoldTheWriter(app);
        const string Typed = "\nWhat <b>we</b> \"want\" & why\r\nsecond line";

        var answer = await browser.PostAsync(
            "/d-notes/save?step=2",
            new FormUrlEncodedContent([
                new("Input.Note", Typed),
                new("Input.Version", "3"),
                new("Input.Ready", "true"),
                new("Input.Ready", "false"),
                new("Input.Password", "open sesame"),
                new("__RequestVerificationToken", "its-own"),
            ])
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("open sesame", html);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("Nothing was saved", html);
        var form = await Form(html);
        Assert.EndsWith("/d-notes/save?step=2", form.Action);
        Assert.Equal("post", form.Method);
        Assert.Equal(
            Typed.ReplaceLineEndings("\n"),
            ((IHtmlTextAreaElement)form.Elements["Input.Note"]!).Value.ReplaceLineEndings("\n")
        );
        Assert.Equal(
            ["true", "false"],
            form.QuerySelectorAll("[name='Input.Ready']")
                .Select(input => input.GetAttribute("value"))
        );
        Assert.Equal("", ((IHtmlInputElement)form.Elements["Input.Password"]!).Value);
    }

    [Fact]
    public async Task The_page_speaks_the_visitors_language_and_goes_when_the_database_is_back()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite, AddNotes);
        using var browser = await app.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es-MX");
        var note = new Dictionary<string, string> { ["Input.Note"] = "hola" };

        await using (await HoldTheWriter(app))
        {
            var busy = await browser.PostAsync("/d-notes/save", new FormUrlEncodedContent(note));
            Assert.Contains("lang=\"es\"", await busy.Content.ReadAsStringAsync());
        }

        var answer = await browser.PostAsync("/d-notes/save", new FormUrlEncodedContent(note));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Live_needs_no_database_and_ready_needs_the_writers_place()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var browser = await app.Browser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);
        app.Workspace.Clock.Advance(TimeSpan.FromSeconds(2));
        await using var other = await HoldTheWriter(app);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await browser.GetAsync("/health/ready")).StatusCode
        );
    }

    [Fact]
    public void A_full_disk_passes()
    {
        var storage = new SqliteStorage("unused.db");

        Assert.All(
            [5, 8, 10, 13],
            code =>
                Assert.True(
                    storage.IsPassing(
                        new InvalidOperationException("", new SqliteException("", code))
                    )
                )
        );
        Assert.False(storage.IsPassing(new SqliteException("constraint", 19)));
    }

    /// <summary>An address that writes, in front of which everything stands as it does in front of the pages.</summary>
    private static void AddNotes(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IStartupFilter>(new Notes());

    private static async Task<SqliteConnection> HoldTheWriter(RunningApp app)
    {
        var file = ((SqliteStorage)app.Workspace.Storage).File;
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<IHtmlFormElement> Form(string html)
    {
        var page = await BrowsingContext
            .New(Configuration.Default)
            .OpenAsync(request => request.Content(html).Address("http://localhost/"));
        return (IHtmlFormElement)page.QuerySelector("form")!;
    }

    private sealed class Notes : IStartupFilter
    {
        private static async Task Save(HttpContext http) =>
            await http
                .RequestServices.GetRequiredService<ThroughlineDb>()
                .Write<Nothing>(
                    Doing.ByServer(default),
                    () => Task.FromResult<Outcome<Nothing>>(Outcome.Unknown)
                );

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.Map("/d-notes/save", notes => notes.Run(Save));
            };
    }
}
