using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Throughline.Direction;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Direction;

/// <summary>Goals and beliefs by the page, without script: pasted, or from a CSV file.</summary>
public sealed partial class PasteGoalsPageTests
{
    private const string Address = "/d/marlow-falls/direction/goals/paste";

    [Theory, EachDatabase]
    public async Task A_csv_file_is_looked_at_and_its_rows_are_saved_from_the_box(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        byte[] csv =
        [
            .. Encoding.Latin1.GetBytes(
                "Goal,Kind,By when,How we will know\r\n\"Every student, <b>año</b> one\",access,Short term,Rosters\r\n"
            ),
        ];

        using var preview = await Upload(lead, Address, csv);
        var html = await preview.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("1 new, 0 changed, 0 as they were", html);
        Assert.Contains("&lt;b&gt;a&#xF1;o&lt;/b&gt;", html);
        Assert.DoesNotContain("<b>a", html);
        Assert.Empty(await Goals(app));

        var box = WebUtility.HtmlDecode(Box().Match(html).Groups[1].Value);
        using var saved = await lead.Send(
            Address,
            new() { ["Input.Text"] = box },
            Address + "?handler=Save"
        );
        Assert.Contains("1 added, 0 changed", await saved.Text());
        Assert.Equal("Every student, <b>año</b> one", Assert.Single(await Goals(app)).Statement);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_beside_its_field_and_nothing_is_lost()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);

        using var refused = await Upload(lead, Address, [.. "PK\u0003\u0004"u8], "kept\taccess");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var text = await refused.Text();
        Assert.Contains("Save the sheet as CSV", text);
        Assert.Contains("kept\taccess", text);
    }

    [Fact]
    public async Task A_file_chosen_since_is_looked_at_before_anything_is_saved()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);

        using var answer = await Upload(
            lead,
            Address + "?handler=Save",
            [.. "Goal,Kind,By when\nFrom the file,access,short\n"u8],
            "From the box\taccess\tshort"
        );

        Assert.Contains("1 new", await answer.Text());
        Assert.Empty(await Goals(app));
    }

    [Theory, EachDatabase]
    public async Task Every_list_has_its_paste_and_links_to_it_in_both_languages(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        var school = $"/d/marlow-falls/schools/{app.Workspace.School}/direction/goals";

        foreach (
            var list in new[]
            {
                "/d/marlow-falls/direction/statements",
                "/d/marlow-falls/direction/beliefs",
                "/d/marlow-falls/direction/priorities",
                "/d/marlow-falls/direction/goals",
                school,
            }
        )
        {
            Assert.Contains($"href=\"{list}/paste\"", await lead.GetStringAsync(list));
            foreach (var language in new[] { "en", "es" })
            {
                using var page = await lead.GetAsync($"{list}/paste?lang={language}");
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }

        using var saved = await lead.Send(
            school + "/paste",
            new() { ["Input.Text"] = "Ours\taccess\tshort" },
            school + "/paste?handler=Save"
        );
        Assert.Equal(app.Workspace.School, Assert.Single(await Goals(app)).School);
        using var beliefs = await lead.Send(
            "/d/marlow-falls/direction/beliefs/paste",
            new() { ["Input.Text"] = "One, two\nThree" },
            "/d/marlow-falls/direction/beliefs/paste?handler=Save"
        );
        Assert.Contains("2 agregadas", await beliefs.Text());
    }

    private static Task<IReadOnlyList<GoalView>> Goals(RunningApp app) =>
        app.Workspace.In<GoalQueries, IReadOnlyList<GoalView>>(read => read.All("en"));

    private static async Task<HttpResponseMessage> Upload(
        HttpClient browser,
        string address,
        byte[] file,
        string box = ""
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenOf(Address)), "__RequestVerificationToken" },
            { new StringContent(box), "Input.Text" },
            { new ByteArrayContent(file), "Input.File", "goals.csv" },
        };
        return await browser.PostAsync(address, form);
    }

    [GeneratedRegex(
        "<textarea[^>]*name=\"Input.Text\"[^>]*>\\s*(.*?)</textarea>",
        RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Box();
}
