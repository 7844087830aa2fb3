using System.Net;
using MimeKit;
using Throughline.Testing;

namespace Throughline.App.Tests.Publishing;

public sealed class UpdatesTests
{
    private const string Page = "/plans/marlow-falls";
    private const string Family = "family@example.org";

    [Theory, EachDatabase]
    public async Task A_subscriber_says_yes_twice_is_told_and_leaves_with_one_click(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        using var lead = await app.Browser(app.Workspace.Lead);
        using var family = await app.Browser();
        await PublicPlanTests.Send(lead, 1);

        var asked = await family.Send(Page, new() { ["Input.Email"] = Family }, Page + "/updates");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var link = Assert.Single(await app.MailTo(Family)).LinkIn();
        var shown = await (await family.GetAsync(link)).Text();
        Assert.Contains("Yes, write to me", shown);
        await PublicPlanTests.Send(lead, 2);
        Assert.Single(await app.MailTo(Family));

        var confirmed = await (await family.Send(link, [])).Text();
        Assert.Contains("You will hear from us", confirmed);
        await PublicPlanTests.Send(lead, 3);
        await PublicPlanTests.Send(lead, 3);
        var mails = await app.MailTo(Family);
        Assert.Equal(2, mails.Count);
        var told = mails.Single(mail => mail.Headers.Contains(HeaderId.ListUnsubscribe));
        Assert.Contains("version 3", told.Subject);
        Assert.Equal("List-Unsubscribe=One-Click", told.Headers[HeaderId.ListUnsubscribePost]);

        var stop = new Uri(told.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        Assert.Contains("Stop", await (await family.GetAsync(stop)).Text());
        using var mailProgram = await app.Browser();
        var stopped = await mailProgram.PostAsync(
            stop,
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])
        );
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        await PublicPlanTests.Send(lead, 4);
        Assert.Equal(2, (await app.MailTo(Family)).Count);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_in_words()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        using var lead = await app.Browser(app.Workspace.Lead);
        await PublicPlanTests.Send(lead, 1);
        using var family = await app.Browser();

        var answer = await family.Send(
            Page + "/updates",
            new() { ["Input.Email"] = "nobody\r\nBcc: other@example.org" }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Enter an email address", await answer.Text());
    }
}
