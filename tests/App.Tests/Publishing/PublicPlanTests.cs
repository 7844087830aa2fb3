using System.Net;
using System.Text.Json;
using Throughline.Kernel;
using Throughline.Process;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

public sealed class PublicPlanTests
{
    private const string Publish = "/d/marlow-falls/document/publish";

    [Theory, EachDatabase]
    public async Task A_lead_publishes_and_everybody_reads_it_without_signing_in(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        await Answer(app, "<script>alert(1)</script> our charge");
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/plans/marlow-falls")).StatusCode
        );

        var published = await Send(lead, 1, "Computing for <b>every</b> student");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var list = await (await lead.GetAsync(published.Headers.Location)).Text();
        Assert.Contains("/plans/marlow-falls/1", list);

        foreach (var address in new[] { "/plans/marlow-falls", "/plans/marlow-falls/1" })
        {
            var page = await nobody.GetAsync(address);
            var html = await page.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("Computing for &lt;b&gt;every&lt;/b&gt; student", html);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; our charge", html);
            Assert.Contains("September 14, 2026", html);
            Assert.DoesNotContain("<script>alert", html);
            Assert.DoesNotContain("Dana", html);
        }
    }

    [Theory, EachDatabase]
    public async Task An_unknown_district_a_silent_one_and_an_unknown_version_are_the_same_404(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        await app.Workspace.AddDistrict("silent", app.Workspace.Lead);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Send(lead, 1);
        using var nobody = await app.Browser();

        var bodies = new HashSet<string>();
        foreach (
            var address in new[]
            {
                "/plans/nowhere",
                "/plans/silent",
                "/plans/silent/1",
                "/plans/marlow-falls/2",
                "/plans/marlow-falls/0",
                "/plans/silent/1/files/json",
                "/plans/marlow-falls/1/files/exe",
                "/plans/nowhere/updates",
            }
        )
        {
            var answer = await nobody.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            bodies.Add(MainOf(await answer.Text()).Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Single(bodies);
    }

    [Theory, EachDatabase]
    public async Task Only_a_lead_publishes_or_withdraws(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Send(lead, 1);
        foreach (var role in new[] { Role.Reader, Role.Reviewer, Role.Editor })
        {
            var person = await app.Workspace.AddPerson($"{role}@marlowfalls.example", $"{role}");
            await app.Workspace.AddMember(app.Workspace.District, person, role);
            using var browser = await app.Browser(person);
            const string document = "/d/marlow-falls/document";

            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(document)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(Publish)).StatusCode);
            var fields = Fields(2);
            fields["withdraw"] = "1";
            fields["Input.Why"] = "Because";
            await browser.Send(document + "/workbook", fields, Publish);
            await browser.Send(document + "/workbook", fields, document + "/versions");
        }

        using var nobody = await app.Browser();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/plans/marlow-falls/2")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await nobody.GetAsync("/plans/marlow-falls/1")).StatusCode
        );
    }

    [Fact]
    public async Task A_withdrawn_version_says_so_plainly_and_has_no_files()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Send(lead, 1);
        const string versions = "/d/marlow-falls/document/versions";
        await lead.Send(
            versions + "?withdraw=1",
            new() { ["withdraw"] = "1", ["Input.Why"] = "A figure was wrong." },
            versions
        );
        using var nobody = await app.Browser();

        var page = await nobody.GetAsync("/plans/marlow-falls/1");

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("A figure was wrong.", await page.Text());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/plans/marlow-falls/1/files/docx")).StatusCode
        );
    }

    [Fact]
    public async Task Files_come_from_the_frozen_tree_under_a_name_that_nobody_typed()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        await Answer(app, "Before");
        await Send(lead, 1, "a\"; filename=\"evil.exe\r\nX: y \u202egnp");
        using var nobody = await app.Browser();

        foreach (var format in new[] { "docx", "json", "html" })
        {
            var file = await nobody.GetAsync("/plans/marlow-falls/1/files/" + format);
            var disposition = file.Content.Headers.ContentDisposition!;
            Assert.Equal("attachment", disposition.DispositionType);
            Assert.Equal("marlow-falls-plan-v1." + format, disposition.FileName);
            Assert.False(file.Headers.Contains("X"));
        }

        using var json = JsonDocument.Parse(
            await nobody.GetStringAsync("/plans/marlow-falls/1/files/json")
        );
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(8, json.RootElement.GetProperty("sections").GetArrayLength());
    }

    /// <summary>The frame repeats the address that was asked for, in its links to other languages.</summary>
    private static string MainOf(string page) =>
        page[
            page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf(
                "</main>",
                StringComparison.Ordinal
            )
        ];

    internal static Dictionary<string, string?> Fields(int number, string title = "Our plan") =>
        new()
        {
            ["Input.Number"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Title"] = title,
            ["Input.Language"] = "en",
            ["Input.WithDrafts"] = "true",
        };

    internal static Task<HttpResponseMessage> Send(
        HttpClient lead,
        int number,
        string title = "Our plan"
    ) => lead.Send(Publish, Fields(number, title));

    private static Task<Outcome<int>> Answer(RunningApp app, string text) =>
        app.Workspace.In<AnswerPrompt, Outcome<int>>(use =>
            use.Do(
                new AnswerPrompt.Input("team", "team-charge", text, 0),
                app.Workspace.By(app.Workspace.Lead)
            )
        );
}
