using System.Net;
using System.Text.RegularExpressions;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>The form on one page, which a device keeps for when there is no connection.</summary>
public sealed partial class WholeFormTests
{
    private static readonly Questionnaire Form = OpenForm.Pages(
        Page("p1", Ask("wish", QuestionKind.Choice, "yes", "no") with { Required = true }),
        Page(
            "p2",
            Ask("why", QuestionKind.Choice, "fun", "work"),
            Ask("which", QuestionKind.ShortText) with
            {
                ShowIf = new("why", ["work"]),
            }
        ) with
        {
            Title = Say("Your reasons"),
            ShowIf = new("wish", ["yes"]),
        },
        Page("p3", Ask("school", QuestionKind.ShortText))
    );

    [Theory, EachDatabase]
    public async Task All_sections_arrive_at_once_without_what_is_not_asked_and_once(
        DatabaseKind kind
    )
    {
        await using var app = await RunningApp.Start(kind);
        var form = await OpenForm.In(app.Workspace, Form, ChannelKind.Kiosk);
        using var browser = await app.Browser();
        var page = await browser.GetStringAsync($"/f/{form.Code}/whole");
        Assert.Contains("Your reasons", page);
        // A section that depends on an answer says so, for the script.
        Assert.Contains("<div data-if=\"q-wish\" data-is=\"yes\">", page);

        Dictionary<string, string> fields = new()
        {
            ["a"] = Secret().Match(page).Groups[1].Value,
            ["e"] = "1",
            ["l"] = "en",
            ["s"] = "w",
            ["q-why"] = "work",
            ["q-which"] = "Nursing",
            ["q-school"] = "Canal",
            ["go"] = "next",
        };
        var refused = await Post(browser, form.Code, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        // On one page again, as it was typed.
        var again = await refused.Content.ReadAsStringAsync();
        Assert.Contains("name=\"s\" value=\"w\"", again);
        Assert.Contains("value=\"Canal\"", again);

        fields["q-wish"] = "no";
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(
                HttpStatusCode.SeeOther,
                (await Post(browser, form.Code, fields)).StatusCode
            );
        }

        var sent = new List<AnswerEntries>();
        await app.Workspace.Storage.Answers.ReadSent(
            app.Workspace.District,
            form.Round,
            answer => sent.Add(AnswerEntries.FromJson(answer.Entries)),
            CancellationToken.None
        );
        Assert.Equal(["school", "wish"], Assert.Single(sent).Codes.Order());
    }

    [Fact]
    public async Task It_is_for_whoever_may_answer_and_stores_nothing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, Form);
        var letters = await OpenForm.In(app.Workspace, Form, ChannelKind.Personal);
        using var browser = await app.Browser();
        foreach (var page in new[] { "whole", "kept" })
        {
            Assert.Equal(HttpStatusCode.OK, await Status(browser, $"/f/{form.Code}/{page}"));
            Assert.DoesNotContain(
                "data-whole",
                await (
                    await browser.GetAsync($"/f/{letters.Code}/{page}")
                ).Content.ReadAsStringAsync()
            );
        }

        app.Workspace.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Gone, await Status(browser, $"/f/{form.Code}/whole"));
        // What waits can still be seen, with the reason why it was not taken.
        Assert.Equal(HttpStatusCode.OK, await Status(browser, $"/f/{form.Code}/kept"));
    }

    private static async Task<HttpStatusCode> Status(HttpClient browser, string address) =>
        (await browser.GetAsync(address)).StatusCode;

    private static Task<HttpResponseMessage> Post(
        HttpClient browser,
        string code,
        Dictionary<string, string> fields
    ) => browser.PostAsync("/f/" + code, new FormUrlEncodedContent(fields));

    [GeneratedRegex("name=\"a\" value=\"([^\"]{22})\"")]
    private static partial Regex Secret();
}
