using System.Net;
using System.Text.RegularExpressions;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Logos;

/// <summary>The logo by its pages, without script: sent, shown, published, and for whom.</summary>
public sealed partial class LogoPageTests
{
    private const string Address = "/d/marlow-falls/settings/logo";

    [Theory, EachDatabase]
    public async Task A_lead_sends_a_logo_and_every_page_shows_it(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);

        using var sent = await Upload(lead, Pictures.Png(), "The falls");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await lead.GetStringAsync(sent.Headers.Location);
        Assert.Contains("It stands out well", page);
        Assert.Contains("100 of 100", page);

        var home = await lead.GetStringAsync("/d/marlow-falls/plan");
        var image = Masthead().Match(home);
        Assert.Equal("The falls", image.Groups["alt"].Value);
        using var picture = await lead.GetAsync(image.Groups["src"].Value);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "default-src 'none'",
            picture.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Contains("immutable", picture.Headers.CacheControl!.ToString());
        Assert.Contains("private", picture.Headers.CacheControl.ToString());
    }

    [Fact]
    public async Task It_is_its_members_alone_until_it_is_published_and_then_as_it_was_published()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var stranger = await app.Workspace.AddPerson("stranger@elsewhere.example", "Sam Stranger");
        await app.Workspace.AddDistrict("elsewhere", stranger);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var nobody = await app.Browser();
        using var strangers = await app.Browser(stranger);
        using var sent = await Upload(lead, Pictures.Png(), "");
        var own = Masthead().Match(await lead.GetStringAsync(Address)).Groups["src"].Value;
        var file = own.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await strangers.GetAsync(own)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await strangers.GetAsync("/d/elsewhere/logo/" + file)).StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(own)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/plans/marlow-falls/1/logo/" + file)).StatusCode
        );

        using var published = await lead.Send(
            "/d/marlow-falls/document/publish",
            new()
            {
                ["Input.Number"] = "1",
                ["Input.Title"] = "Ours",
                ["Input.Language"] = "en",
            }
        );
        var plan = await nobody.GetStringAsync("/plans/marlow-falls/1");
        var open = Sheet().Match(plan).Groups["src"].Value;
        Assert.Equal("/plans/marlow-falls/1/logo/" + file, open);
        using var picture = await nobody.GetAsync(open);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nobody.GetAsync("/plans/marlow-falls/1/logo/other.png")).StatusCode
        );

        using var withdrawn = await lead.Send(
            "/d/marlow-falls/document/versions?withdraw=1",
            new() { ["withdraw"] = "1", ["Input.Why"] = "Wrong picture." }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(open)).StatusCode);
    }

    [Fact]
    public async Task What_was_taken_down_is_put_back_with_one_button()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var sent = await Upload(lead, Pictures.Png(), "");
        var version = Version().Match(await lead.GetStringAsync(Address)).Groups[1].Value;

        using var down = await lead.Send(
            Address,
            new() { ["Input.Version"] = version },
            Address + "?handler=TakeDown"
        );
        var after = await lead.GetStringAsync(down.Headers.Location);
        Assert.DoesNotMatch(Masthead(), after);
        var undo = WebUtility.HtmlDecode(Undo().Match(after).Groups[1].Value);
        using var back = await lead.Send(
            Address,
            new() { ["Input.Version"] = Version().Match(after).Groups[1].Value },
            undo
        );

        Assert.Matches(Masthead(), await lead.GetStringAsync(back.Headers.Location));
    }

    [Fact]
    public async Task What_is_no_logo_is_refused_beside_the_field_in_both_languages()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);

        foreach (
            var (file, sentence) in new (byte[]?, string)[]
            {
                ([.. "<svg onload='alert(1)'/>"u8], "neither a PNG nor a JPEG"),
                (new byte[1_000_001], "larger than 1 MB"),
                (new byte[9_000_000], "larger than 1 MB"),
                (null, "Choose the picture of the logo."),
            }
        )
        {
            using var refused = await Upload(lead, file, "");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(sentence, await refused.Text());
        }

        using var spanish = await Upload(lead, [1], "", Address + "?lang=es");
        Assert.Contains("no es una imagen PNG ni JPEG", await spanish.Text());
    }

    private static async Task<HttpResponseMessage> Upload(
        HttpClient browser,
        byte[]? file,
        string words,
        string address = Address
    )
    {
        var page = await browser.GetStringAsync(address);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenOf(address)), "__RequestVerificationToken" },
            { new StringContent(Version().Match(page).Groups[1].Value), "Input.Version" },
            { new StringContent(words), "Input.Words" },
        };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "Input.File", "logo.png");
        }

        return await browser.PostAsync(address, form);
    }

    [GeneratedRegex(
        "class=\"tl-masthead__logo\" src=\"(?<src>[^\"]+)\" alt=\"(?<alt>[^\"]*)\"",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Masthead();

    [GeneratedRegex("tl-document__logo\"><img src=\"(?<src>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex("name=\"Input.Version\" value=\"([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("action=\"([^\"]*handler=BringBack[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Undo();
}
