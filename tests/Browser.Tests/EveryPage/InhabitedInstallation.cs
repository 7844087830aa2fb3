using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Throughline.App.Hosting.Mail;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Sample;
using Throughline.Testing;
using Throughline.Testing.Sweeping;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>
/// The sample district with three published versions, one of them withdrawn; a second district that was opened a moment ago; and a
/// mail of each kind.
/// </summary>
internal static partial class InhabitedInstallation
{
    public const string Sample = "marlow-falls";
    public const string Empty = "abington";

    /// <summary>What no link leads to: the answers of forms that are sent by GET, and pages outside of any district.</summary>
    public static readonly string[] ForTheLead =
    [
        "/districts/find",
        "/districts/find?Name=abing",
        "/districts/find?Name=nowhere",
        "/districts/massachusetts:00020000",
        "/account",
        "/mail",
        $"/d/{Sample}",
        $"/d/{Empty}",
    ];

    public static readonly string[] ForEverybody =
    [
        "/sign-in",
        "/sign-in/code",
        "/sign-in/unknown",
        "/error",
        "/nowhere",
        "/computing",
        $"/plans/{Sample}/updates",
        $"/plans/{Sample}/updates?asked=1",
        $"/heard/{Sample}",
        $"/heard/{Sample}/figures/1",
    ];

    /// <summary>Signs the lead of both districts in. Answers every link that went out by mail.</summary>
    public static async Task<(string[] Pages, string[] ByMail)> Inhabit(
        FreshInstallation here,
        HttpClient lead,
        HttpClient nobody
    )
    {
        var made = await In<MakeSample, MakeSample.Made>(here, use => use.Do(Now(here)));
        var link = await In<MakeSignInLink, MakeSignInLink.Link>(
            here,
            use => use.Do(new MakeSignInLink.Input(made.Lead, AsHost: true), Now(here))
        );
        await Send(lead, link.Path);
        await Send(lead, "/districts/massachusetts:00010000");
        for (var version = 1; version <= 3; version++)
        {
            if (version == 3)
            {
                await Subscribe(here, nobody);
            }

            await Send(
                lead,
                $"/d/{Sample}/document/publish",
                ("Input.Number", $"{version}"),
                ("Input.Title", "Computer science for every student"),
                ("Input.WhatChanged", "The budget is decided."),
                ("Input.Language", "en")
            );
        }

        await Send(
            lead,
            $"/d/{Sample}/document/versions?withdraw=1",
            ("withdraw", "1"),
            ("Input.Why", "A figure was wrong.")
        );
        await Send(
            lead,
            $"/d/{Empty}/team/invite",
            ("Input.Addresses", "luis@abington.example"),
            ("Input.Role", "Editor"),
            ("Input.Language", "en")
        );
        var decision = await DecideAtASchool(lead);
        var rounds = Round()
            .Matches(await lead.GetStringAsync($"/d/{Sample}/feedback"))
            .Select(round => round.Value)
            .Distinct(StringComparer.Ordinal);
        var district = await OfSample(here);
        await PublishedRound.In(here.Services, district.District, district.Lead);
        await Send(nobody, "/sign-in", ("Input.Email", made.Lead));
        return ([decision, .. rounds], await LinksOfMails(here));
    }

    private static async Task<(DistrictId District, PersonId Lead)> OfSample(FreshInstallation here)
    {
        await using var scope = here.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        await db.Enter(null, null);
        var district = await db.Set<District>().SingleAsync(row => row.Slug == Sample);
        await db.Enter(district.Id, null);
        var lead = await db.Set<Membership>().FirstAsync(row => row.Role == Role.Lead);
        return (district.Id, lead.PersonId);
    }

    /// <summary>An open decision of a school, worded twice.</summary>
    private static async Task<string> DecideAtASchool(HttpClient lead)
    {
        var school = School().Match(await lead.GetStringAsync($"/d/{Sample}/schools")).Value;
        (string, string)[] Worded(string question, string version) =>
            [
                ("Input.Question", question),
                ("Input.Decider", "Principal"),
                ("Input.Level", "School"),
                ("Input.Version", version),
            ];
        var made = await Send(lead, $"{school}plan/decisions/new", Worded("Which room?", "0"));
        await Send(lead, made + "/edit", Worded("Which room and when?", "1"));
        return made;
    }

    /// <summary>One who confirmed is told of the next version, with a link that ends it; one has not confirmed yet.</summary>
    private static async Task Subscribe(FreshInstallation here, HttpClient nobody)
    {
        await Send(nobody, $"/plans/{Sample}/updates", ("Input.Email", "family@example.org"));
        foreach (var link in await LinksOfMails(here))
        {
            using var confirmed = await nobody.Send(link, []);
        }

        await Send(nobody, $"/plans/{Sample}/updates", ("Input.Email", "teacher@example.org"));
    }

    /// <summary>Answers where it leads.</summary>
    private static async Task<string> Send(
        HttpClient browser,
        string page,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await browser.Send(
            page,
            fields.ToDictionary(
                field => field.Name,
                field => (string?)field.Value,
                StringComparer.Ordinal
            )
        );
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"POST {page} answered {answer.StatusCode}"
        );
        return answer.Headers.Location!.ToString().Split('?', '#')[0];
    }

    private static async Task<string[]> LinksOfMails(FreshInstallation here)
    {
        var delivery = here.Services.GetRequiredService<MailDelivery>();
        await delivery.SendDue();
        var links = new List<string>();
        foreach (var file in System.IO.Directory.GetFiles(delivery.Folder, "*.eml"))
        {
            var text = (await MimeMessage.LoadAsync(file)).TextBody ?? "";
            // Without the language that the mail was written in: the sweep brings its own.
            links.AddRange(Link().Matches(text).Select(link => new Uri(link.Value).AbsolutePath));
        }

        return [.. links];
    }

    private static Doing Now(FreshInstallation here) =>
        Doing.ByServer(here.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static async Task<T> In<TService, T>(
        FreshInstallation here,
        Func<TService, Task<Outcome<T>>> run
    )
        where TService : notnull
    {
        await using var scope = here.Services.CreateAsyncScope();
        return
            await run(scope.ServiceProvider.GetRequiredService<TService>()) is Outcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException("The installation could not be inhabited.");
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("/d/[^/\"]+/schools/[^/\"]+/", RegexOptions.None, 1000)]
    private static partial Regex School();

    [GeneratedRegex("/d/[^/\"]+/feedback/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Round();
}
