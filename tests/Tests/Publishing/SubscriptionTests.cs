using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Publishing;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

public sealed partial class SubscriptionTests
{
    private const string Family = "family@example.org";

    [Theory, EachDatabase]
    public async Task From_asking_to_being_told_once_to_being_forgotten(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        PublishingBed.Done(await here.Publish(1));
        PublishingBed.Done(await Ask(here, Family, "es"));
        Assert.Equal(0, await Count(here));

        var confirm = Assert.Single(await Mails(here));
        Assert.Equal("es", confirm.Language);
        PublishingBed.Done(await Confirm(here, Token().Match(confirm.Text).Groups["token"].Value));
        Assert.Equal(1, await Count(here));

        PublishingBed.Done(await here.Publish(2));
        PublishingBed.Done(await here.Publish(2));
        var told = Assert.Single(await Mails(here), mail => mail.Unsubscribe is not null);
        Assert.Contains("se publicó la versión 2", told.Subject);
        Assert.StartsWith(
            PublishingBed.Site + "/plans/marlow-falls/updates/stop/",
            told.Unsubscribe!
        );

        var stop = told.Unsubscribe![(told.Unsubscribe!.LastIndexOf('/') + 1)..];
        Assert.IsType<Outcome<Nothing>.Unknown>(await End(here, stop[..^1] + "x"));
        PublishingBed.Done(await End(here, stop));
        PublishingBed.Done(await End(here, stop));
        Assert.Equal(0, await Count(here));

        PublishingBed.Done(await here.Publish(3));
        Assert.Single(await Mails(here), mail => mail.Unsubscribe is not null);
        Assert.DoesNotContain(
            await here.In<ThroughlineDb, List<Happening>>(db => db.Set<Happening>().ToListAsync()),
            row => (row.Changes + row.About).Contains(Family, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_answer_is_the_same_for_every_address_and_an_address_gets_three_mails()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        PublishingBed.Done(await here.Publish(1));

        for (var i = 0; i < 6; i++)
        {
            Assert.IsType<Outcome<Nothing>.Done>(await Ask(here, Family, "en"));
        }

        Assert.Equal(3, (await Mails(here)).Count);
        Assert.IsType<Outcome<Nothing>.Refused>(await Ask(here, "no address\r\nBcc: x@y.zz", "en"));
    }

    [Fact]
    public async Task A_link_confirms_once_within_a_day_and_only_in_its_district()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var (other, _) = await here.AddDistrict("other", here.Lead);
        await Ask(here, Family, "en");
        var token = Token().Match((await Mails(here)).Single().Text).Groups["token"].Value;

        Assert.IsType<Outcome<Nothing>.Unknown>(
            await here.In<ConfirmUpdates, Outcome<Nothing>>(
                other,
                null,
                use => use.Do(token, Server(here))
            )
        );
        PublishingBed.Done(await Confirm(here, token));
        Assert.IsType<Outcome<Nothing>.Unknown>(await Confirm(here, token));

        await Ask(here, "second@example.org", "en");
        var late = Token()
            .Match((await Mails(here)).Single(mail => mail.ToEmail[0] == 's').Text)
            .Groups["token"]
            .Value;
        here.Clock.Advance(TimeSpan.FromHours(25));
        Assert.IsType<Outcome<Nothing>.Unknown>(await Confirm(here, late));
    }

    private static Doing Server(TestWorkspace here) =>
        Doing.ByServer(here.Clock.GetUtcNow().UtcDateTime);

    private static async Task<Outcome<Nothing>> Ask(
        TestWorkspace here,
        string email,
        string language
    )
    {
        var district = await PublishingBed.District(here);
        return await here.In<AskForUpdates, Outcome<Nothing>>(
            here.District,
            null,
            use =>
                use.Do(
                    new AskForUpdates.Input(
                        district,
                        email,
                        language,
                        "10.0.0.1",
                        PublishingBed.Site
                    ),
                    Server(here)
                )
        );
    }

    private static Task<Outcome<Nothing>> Confirm(TestWorkspace here, string token) =>
        here.In<ConfirmUpdates, Outcome<Nothing>>(
            here.District,
            null,
            use => use.Do(token, Server(here))
        );

    private static Task<Outcome<Nothing>> End(TestWorkspace here, string token) =>
        here.In<EndUpdates, Outcome<Nothing>>(
            here.District,
            null,
            use => use.Do(token, Server(here))
        );

    private static Task<int> Count(TestWorkspace here) =>
        here.In<SubscriptionQueries, int>(use => use.Count());

    private static Task<List<OutboxMail>> Mails(TestWorkspace here) =>
        here.In<ThroughlineDb, List<OutboxMail>>(db =>
            db.Set<OutboxMail>().AsNoTracking().ToListAsync()
        );

    [GeneratedRegex("updates/confirm/(?<token>[0-9a-f]+)", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
