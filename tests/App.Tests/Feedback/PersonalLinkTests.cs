using System.Net;
using Throughline.App.Hosting.Mail;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>A link for each person: it answers once, from every device, and leads nowhere where it is not ours.</summary>
public sealed class PersonalLinkTests
{
    private static readonly Questionnaire Form = OpenForm.Pages(
        Page("p1", OpenForm.Ask("wish", QuestionKind.Choice, "yes", "no") with { Required = true }),
        Page("p2", OpenForm.Ask("why", QuestionKind.LongText))
    );

    [Theory, EachDatabase]
    public async Task A_link_answers_once_and_goes_on_from_another_device(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var (form, codes) = await Letters(app, 2);
        var link = $"/f/{form.Code}/{codes[0]}";
        using var phone = await app.Browser();
        using var tablet = await app.Browser();

        using var next = await PersonalForm.Post(phone, link, ("q-wish", "yes"));
        Assert.Contains("q-why", await next.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The second device begins on the second page, with what the first one said.
        var resumed = await tablet.GetStringAsync(link);
        Assert.Contains("q-why", resumed, StringComparison.Ordinal);
        await PersonalForm.Send(tablet, link, ("q-why", "Because."));

        var sent = Assert.Single(await Sent(app, form.Round));
        Assert.Equal(("yes", "Because."), (sent.First("wish"), sent.First("why")));
        var after = await phone.GetStringAsync(link);
        Assert.Contains("data-receipt", after, StringComparison.Ordinal);
        Assert.DoesNotContain("q-wish", after, StringComparison.Ordinal);
        await PersonalForm.Post(phone, $"/f/{form.Code}/{codes[1]}", ("q-wish", "no"));
        await PersonalForm.Send(phone, $"/f/{form.Code}/{codes[1]}", ("q-why", ""));
        Assert.Equal(2, (await Sent(app, form.Round)).Count);
    }

    [Fact]
    public async Task A_code_is_typed_from_the_letter_in_any_writing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var (form, codes) = await Letters(app, 1);
        using var browser = await app.Browser();
        var asked = await browser.GetStringAsync($"/f/{form.Code}");
        Assert.Contains("name=\"c\"", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("q-wish", asked, StringComparison.Ordinal);

        var typed = string.Join(
            " - ",
            codes[0].ToLowerInvariant().Chunk(4).Select(four => new string(four))
        );
        using var reply = await browser.GetAsync($"/f/{form.Code}?c={Uri.EscapeDataString(typed)}");
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        Assert.Equal($"/f/{form.Code}/{codes[0]}", reply.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_is_no_link_of_this_round_takes_nothing()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var (form, _) = await Letters(app, 1);
        var (other, others) = await Letters(app, 1);
        var open = await OpenForm.In(app.Workspace, Form);
        using var browser = await app.Browser();
        foreach (
            var code in new[]
            {
                PersonalLink.New(),
                others[0],
                "short",
                "<script>alert(1)</script>",
            }
        )
        {
            var address = $"/f/{form.Code}/{Uri.EscapeDataString(code)}";
            using var page = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.DoesNotContain(
                "<script>alert",
                await page.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
            using var post = await browser.PostAsync(
                address,
                new FormUrlEncodedContent([new("q-wish", "yes"), new("go", "next")])
            );
            Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        }

        // Without a code nothing is taken, nor with one at the address of another kind.
        using var bare = await browser.PostAsync(
            $"/f/{form.Code}",
            new FormUrlEncodedContent([new("q-wish", "yes")])
        );
        Assert.Equal(HttpStatusCode.NotFound, bare.StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/f/{open.Code}/{others[0]}")).StatusCode
        );
        Assert.Empty(await Sent(app, form.Round));
        Assert.Empty(await Sent(app, other.Round));
    }

    [Theory, EachDatabase]
    public async Task People_are_written_to_once_and_reminded_without_their_link(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form, ChannelKind.Personal);
        var first = await Ask(app, form, "Ana Ruiz <ana@x.example>; bo@x.example\nANA@x.example");
        Assert.Equal(new AskPeople.Asked(2, 0), Done(first));
        Assert.Equal(
            new AskPeople.Asked(1, 1),
            Done(await Ask(app, form, "bo@x.example, cy@x.example"))
        );
        Assert.Single(await app.MailTo("bo@x.example"));

        Assert.Equal(3, Done(await Remind(app, form)));
        var mails = await app.MailTo("bo@x.example");
        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.TextBody!.Contains("/f/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            mails,
            mail => mail.TextBody!.Contains("{secret}", StringComparison.Ordinal)
        );
        Assert.IsType<Outcome<int>.Refused>(await Remind(app, form));
        here.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(3, Done(await Remind(app, form)));

        // After the promised day nobody is known any more.
        here.Clock.Advance(TimeSpan.FromDays(120));
        await here.In<ClearAnswers, int>(use =>
            use.Everywhere(Doing.ByServer(here.Clock.GetUtcNow().UtcDateTime))
        );
        await using var database = await Attacker.Open(here.Storage);
        Assert.Empty(await database.Read("select email from asked_person"));
        Assert.Empty(await database.Read("select id from personal_ticket"));
    }

    [Fact]
    public async Task An_address_that_is_none_is_named_with_its_line_and_nobody_is_written_to()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var form = await OpenForm.In(app.Workspace, Form, ChannelKind.Personal);
        var refused = Assert.IsType<Outcome<AskPeople.Asked>.Refused>(
            await Ask(app, form, "ana@x.example\nnobody")
        );
        Assert.Contains(refused.Refusals, refusal => refusal.Sentence.Values.Contains(2));
        Assert.Empty(await app.MailTo("ana@x.example"));
        Assert.IsType<Outcome<AskPeople.Asked>.Refused>(await Ask(app, form, ""));
    }

    [Fact]
    public async Task The_page_shows_the_letters_once_and_a_stranger_finds_none()
    {
        await using var app = await RunningApp.Start(DatabaseKind.Sqlite);
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form, ChannelKind.Personal);
        var channel = await Channel(app, form);
        var page = $"/d/marlow-falls/feedback/{form.Round}/links/{channel.Id}";
        using var lead = await app.Browser(here.Lead);
        var token = await lead.TokenOf(page);
        using var made = await lead.PostAsync(
            page + "?handler=Letters",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("Input.HowMany", "3"),
            ])
        );
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var html = await made.Content.ReadAsStringAsync();
        Assert.Equal(3, html.Split("tl-slips__code").Length - 1);
        Assert.Contains(
            "no-store",
            made.Headers.CacheControl!.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "tl-slips__code",
            await lead.GetStringAsync(page),
            StringComparison.Ordinal
        );
        using var refused = await lead.PostAsync(
            page + "?handler=Letters",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("Input.HowMany", "many"),
            ])
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static async Task<(OpenForm Form, IReadOnlyList<string> Codes)> Letters(
        RunningApp app,
        int count
    )
    {
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form, ChannelKind.Personal);
        var channel = await Channel(app, form);
        var made = await here.In<MakePersonalLinks, Outcome<IReadOnlyList<string>>>(use =>
            use.Do(new(form.Round, channel.Id, count), here.By(here.Lead))
        );
        return (form, Done(made));
    }

    private static async Task<ChannelView> Channel(RunningApp app, OpenForm form) =>
        (
            await app.Workspace.In<FeedbackQueries, IReadOnlyList<ChannelView>>(use =>
                use.Channels(form.Round)
            )
        )[0];

    private static async Task<Outcome<AskPeople.Asked>> Ask(
        RunningApp app,
        OpenForm form,
        string addresses
    )
    {
        var channel = await Channel(app, form);
        var seal = (MailSeal)app.Services.GetService(typeof(MailSeal))!;
        return await app.Workspace.In<AskPeople, Outcome<AskPeople.Asked>>(use =>
            use.Do(
                new(form.Round, channel.Id, addresses, "en", "http://localhost", seal.Close),
                app.Workspace.By(app.Workspace.Lead)
            )
        );
    }

    private static async Task<Outcome<int>> Remind(RunningApp app, OpenForm form)
    {
        var channel = await Channel(app, form);
        return await app.Workspace.In<RemindPeople, Outcome<int>>(use =>
            use.Do(new(form.Round, channel.Id), app.Workspace.By(app.Workspace.Lead))
        );
    }

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    private static async Task<List<AnswerEntries>> Sent(RunningApp app, FeedbackRoundId round)
    {
        var sent = new List<AnswerEntries>();
        await app.Workspace.Storage.Answers.ReadSent(
            app.Workspace.District,
            round,
            answer => sent.Add(AnswerEntries.FromJson(answer.Entries)),
            CancellationToken.None
        );
        return sent;
    }
}
