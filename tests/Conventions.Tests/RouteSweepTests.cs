using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Throughline.App.Pages;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.Conventions.Tests;

/// <summary>
/// Every route × everybody who should not be there. A route that is not known to this sweep fails it: a page cannot be added
/// without being walked.
/// </summary>
public sealed class RouteSweepTests
{
    /// <summary>What stands for a parameter of a route, and a value that exists nowhere.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["goal"] = Guid.CreateVersion7().ToString("n"),
        ["decision"] = Guid.CreateVersion7().ToString("n"),
        ["round"] = Guid.CreateVersion7().ToString("n"),
        ["channel"] = Guid.CreateVersion7().ToString("n"),
        ["language"] = "es",
        ["step"] = "vision",
        ["group"] = Guid.CreateVersion7().ToString("n"),
        ["answer"] = Guid.CreateVersion7().ToString("n"),
        ["activity"] = Guid.CreateVersion7().ToString("n"),
        ["communication"] = Guid.CreateVersion7().ToString("n"),
        ["of"] = "vision",
        ["list"] = "beliefs",
        ["what"] = "decisions",
        ["key"] = "massachusetts:00010000",
        ["token"] = "0000",
        ["number"] = "0",
        ["code"] = "404",
        ["version"] = "1",
        ["format"] = "json",
        ["file"] = "0000.png",
    };

    [Theory, EachDatabase]
    public async Task No_page_of_a_district_opens_for_somebody_who_is_not_in_it(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var stranger = await app.Workspace.AddPerson("stranger@elsewhere.example", "Sam Stranger");
        await app.Workspace.AddDistrict("elsewhere", stranger);
        using var strangers = await app.Browser(stranger);
        using var nobody = await app.Browser();
        var removed = await Removed(app.Workspace);
        using var former = await app.Browser(removed);

        foreach (var route in DistrictRoutes(app))
        {
            var address = Fill(app, route, "marlow-falls");
            foreach (var browser in new[] { strangers, former })
            {
                var unknown = await Body(browser, Fill(app, route, "nowhere"));
                var answer = await browser.GetAsync(address);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.NotFound,
                    $"GET {address} answered {answer.StatusCode}"
                );
                Assert.Equal(
                    unknown.Replace("nowhere", "marlow-falls", StringComparison.Ordinal),
                    await answer.Content.ReadAsStringAsync()
                );
                var posted = await browser.PostAsync(address, new FormUrlEncodedContent([]));
                Assert.True(
                    posted.StatusCode == HttpStatusCode.NotFound,
                    $"POST {address} answered {posted.StatusCode}"
                );
            }

            var signIn = await nobody.GetAsync(address);
            Assert.True(
                signIn.StatusCode == HttpStatusCode.Redirect,
                $"GET {address} answered {signIn.StatusCode} to nobody"
            );
            Assert.StartsWith("/sign-in", signIn.Headers.Location!.ToString());
        }
    }

    [Theory, EachDatabase]
    public async Task A_reader_reads_and_changes_nothing(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var reader = await app.Workspace.AddPerson("reader@marlowfalls.example", "Ray Reader");
        await app.Workspace.AddMember(app.Workspace.District, reader, Role.Reader);
        using var browser = await app.Browser(reader);
        var before = await Happenings(app.Workspace);

        foreach (var route in DistrictRoutes(app))
        {
            var address = Fill(app, route, "marlow-falls");
            var read = await browser.GetAsync(address);
            Assert.True((int)read.StatusCode < 500, $"GET {address} answered {read.StatusCode}");
            var token = Regex
                .Match(
                    await read.Content.ReadAsStringAsync(),
                    "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)"
                )
                .Groups[1]
                .Value;
            var posted = await browser.PostAsync(
                address,
                new FormUrlEncodedContent([new("__RequestVerificationToken", token)])
            );
            Assert.True(
                (int)posted.StatusCode is 400 or 403 or 404 or 405 or 422,
                $"POST {address} answered {posted.StatusCode}"
            );
        }

        Assert.Equal(before, await Happenings(app.Workspace));
    }

    [Theory, EachDatabase]
    public async Task An_editor_of_one_school_changes_nothing_of_the_district_or_of_another_school(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var editor = await app.Workspace.AddPerson("editor@marlowfalls.example", "Ed Editor");
        var elsewhere = await app.Workspace.AddSchool("Hillside Elementary");
        await app.Workspace.AddMember(app.Workspace.District, editor, Role.Editor, elsewhere);
        using var browser = await app.Browser(editor);
        var before = await Happenings(app.Workspace);

        foreach (var route in DistrictRoutes(app))
        {
            var address = Fill(app, route, "marlow-falls");
            var read = await browser.GetAsync(address);
            Assert.True((int)read.StatusCode < 500, $"GET {address} answered {read.StatusCode}");
            // Their token comes from their own school's page: the form is real, and posted where it does not belong.
            var posted = await browser.Send(
                $"/d/marlow-falls/schools/{elsewhere}/plan",
                [],
                address
            );
            Assert.True(
                (int)posted.StatusCode is 403 or 404 or 405,
                $"POST {address} answered {posted.StatusCode}"
            );
        }

        Assert.Equal(before, await Happenings(app.Workspace));
    }

    [Theory, EachDatabase]
    public async Task A_school_of_another_district_is_as_unknown_as_one_that_never_was(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var stranger = await app.Workspace.AddPerson("stranger@elsewhere.example", "Sam Stranger");
        var (_, theirs) = await app.Workspace.AddDistrict("elsewhere", stranger);
        using var browser = await app.Browser(app.Workspace.Lead);
        var own = app.Workspace.School.ToString();

        foreach (var route in DistrictRoutes(app).Where(IsOfASchool))
        {
            var address = Fill(app, route, "marlow-falls");
            foreach (
                var unknown in new[] { theirs.ToString(), Guid.CreateVersion7().ToString("n"), "x" }
            )
            {
                var answer = await browser.GetAsync(
                    address.Replace(own, unknown, StringComparison.Ordinal)
                );
                Assert.True(
                    answer.StatusCode == HttpStatusCode.NotFound,
                    $"GET {address} answered {answer.StatusCode} for the school {unknown}"
                );
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_form_without_its_token_is_refused_on_every_page(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);
        var before = await Happenings(app.Workspace);

        foreach (var route in DistrictRoutes(app))
        {
            var posted = await browser.PostAsync(
                Fill(app, route, "marlow-falls"),
                new FormUrlEncodedContent([])
            );
            Assert.True(
                (int)posted.StatusCode is 400 or 404 or 405,
                $"POST {route} answered {posted.StatusCode}"
            );
        }

        Assert.Equal(before, await Happenings(app.Workspace));
    }

    [Fact]
    public void Every_page_says_what_it_needs()
    {
        var pages = typeof(TextPage)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract);

        var silent = pages.Where(page =>
            !page.IsDefined(typeof(NeedsAttribute), true)
            && !page.IsDefined(typeof(NeedsPersonAttribute), true)
            && !page.IsDefined(typeof(OpenToAllAttribute), true)
        );

        Assert.Empty(silent.Select(page => page.FullName));
    }

    [Theory, EachDatabase]
    public async Task Every_page_of_the_product_opens_for_the_lead(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var browser = await app.Browser(app.Workspace.Lead);

        foreach (var route in DistrictRoutes(app))
        {
            var answer = await browser.GetAsync(Fill(app, route, "marlow-falls"));
            var known =
                !route.Contains("{goal", StringComparison.Ordinal)
                && !route.Contains("{decision", StringComparison.Ordinal);
            Assert.True(
                known
                    ? (int)answer.StatusCode < 400 || (int)answer.StatusCode is 404 or 405
                    : answer.StatusCode == HttpStatusCode.NotFound,
                $"GET {route} answered {answer.StatusCode}"
            );
        }
    }

    private static bool IsOfASchool(string route) =>
        route.Contains("{school}", StringComparison.Ordinal);

    private static IEnumerable<string> DistrictRoutes(RunningApp app) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/d/{district}", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string Fill(RunningApp app, string route, string district) =>
        Regex.Replace(
            route
                .Replace("{district}", district, StringComparison.Ordinal)
                .Replace("{school}", app.Workspace.School.ToString(), StringComparison.Ordinal),
            @"\{(?<name>[a-z]+)[^/]*\}",
            parameter =>
                Values.TryGetValue(parameter.Groups["name"].Value, out var value)
                    ? value
                    : throw new InvalidOperationException(
                        $"The sweep does not know the parameter of {route}: give it a value."
                    )
        );

    private static async Task<string> Body(HttpClient browser, string address) =>
        await (await browser.GetAsync(address)).Content.ReadAsStringAsync();

    private static async Task<PersonId> Removed(TestWorkspace workspace)
    {
        var person = await workspace.AddPerson("former@marlowfalls.example", "Fran Former");
        await workspace.AddMember(workspace.District, person, Role.Lead);
        await workspace.Write(
            workspace.District,
            db =>
            {
                var membership = db.Set<Membership>().Single(row => row.PersonId == person);
                membership.Remove(workspace.By(workspace.Lead));
                db.Happened("membership.ended", membership);
            }
        );
        return person;
    }

    private static Task<int> Happenings(TestWorkspace workspace) =>
        workspace.In<ThroughlineDb, int>(db => Task.FromResult(db.Set<Happening>().Count()));
}
