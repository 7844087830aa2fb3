using System.Net;
using System.Text.Json;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>Figures of a round: the team chooses and publishes, everybody reads, and a withdrawn address is an unknown one.</summary>
public sealed class FiguresPagesTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    private static readonly Questionnaire Form = OpenForm.Pages(
        Page(
            "p",
            Ask("wish", QuestionKind.Choice, "yes", "no") with
            {
                Text = Say(Hostile),
            },
            Ask("why", QuestionKind.LongText)
        )
    );

    [Theory, EachDatabase]
    public async Task The_team_publishes_and_everybody_reads_until_it_is_withdrawn(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form);
        using var nobody = await app.Browser();
        for (var n = 0; n < 24; n++)
        {
            await PersonalForm.Send(
                nobody,
                "/f/" + form.Code,
                ("q-wish", n < 12 ? "yes" : "no"),
                ("q-why", "My own words")
            );
        }

        var page = $"/d/marlow-falls/feedback/{form.Round}/figures";
        using var lead = await app.Browser(here.Lead);
        var preview = await lead.GetStringAsync(page + "?Input.Questions=wish");
        Assert.Contains("tl-heard", preview, StringComparison.Ordinal);
        var fields = new Dictionary<string, string?> { ["Input.Questions"] = "wish" };
        // A form is on the page only when the round is over; a forged one is refused all the same.
        using var early = await lead.Send($"/d/marlow-falls/feedback/{form.Round}", fields, page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        await here.In<CloseRound, Outcome<Nothing>>(use => use.Do(form.Round, here.By(here.Lead)));
        here.Clock.Advance(TimeSpan.FromMinutes(2));
        using var published = await lead.Send(page + "?Input.Questions=wish", fields, page);
        Assert.Equal(HttpStatusCode.Found, published.StatusCode);
        var address = published.Headers.Location!.ToString();
        Assert.Equal("/heard/marlow-falls/figures/1", address);

        var read = await nobody.GetStringAsync(address);
        Assert.Contains("12 of 24", read, StringComparison.Ordinal);
        Assert.Contains(
            address,
            await nobody.GetStringAsync("/heard/marlow-falls"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Hostile, read, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Hostile), read, StringComparison.OrdinalIgnoreCase);
        var csv = await nobody.GetStringAsync(address + "/csv");
        Assert.Contains(",yes,Option yes,(all),,12,no,24", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("My own words", csv, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await nobody.GetStringAsync(address + "/json"));
        Assert.Equal(24, json.RootElement.GetProperty("answers").GetInt32());
        foreach (
            var unknown in new[]
            {
                "/heard/marlow-falls/figures/2",
                address + "/xml",
                "/heard/elsewhere/figures/1",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(unknown)).StatusCode);
        }

        var id = (await lead.GetStringAsync(page))
            .Split("name=\"figuresId\" value=\"")[1]
            .Split('"')[0];
        using var withdrawn = await lead.Send(
            page,
            new() { ["figuresId"] = id },
            page + "?handler=Withdraw"
        );
        Assert.Equal(HttpStatusCode.Found, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(address + "/csv")).StatusCode);
    }
}
