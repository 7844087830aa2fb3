using System.Net;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Themes;
using Throughline.Kernel;
using Throughline.Testing;
using static Throughline.Testing.OpenForm;

namespace Throughline.App.Tests.Feedback;

/// <summary>A text from the form to its translation, its theme and the page for everybody.</summary>
public sealed class TextPagesTests
{
    private const string Hostile = "=SUM(1) <script>alert(1)</script>";

    private static readonly Questionnaire Form = OpenForm.Pages(
        Page("p", Ask("wish", QuestionKind.Choice, "yes", "no"), Ask("why", QuestionKind.LongText))
    );

    [Theory, EachDatabase]
    public async Task A_text_is_translated_coded_and_approved_on_its_page(DatabaseKind kind)
    {
        await using var app = await RunningApp.Start(kind);
        var here = app.Workspace;
        var form = await OpenForm.In(here, Form);
        using var nobody = await app.Browser();
        for (var n = 0; n < 30; n++)
        {
            await PersonalForm.Send(
                nobody,
                "/f/" + form.Code,
                ("q-wish", "yes"),
                ("q-why", n == 0 ? Hostile : $"Words {n}")
            );
        }

        var all = await Texts(app, form);
        var text = all.Single(one => one.Written.Text == Hostile).Written;
        using var lead = await app.Browser(here.Lead);
        var list = $"/d/marlow-falls/feedback/{form.Round}/texts";
        var page = $"{list}/{text.Answer}?field=why";
        Assert.Contains("1 of 2", await lead.GetStringAsync(list), StringComparison.Ordinal);
        await Post(lead, page, "Translate", HttpStatusCode.Found, ("Input.Translation", Hostile));
        await Post(lead, page, "Translate", HttpStatusCode.Conflict, ("Input.Translation", "Late"));
        await Post(lead, page, "Code", HttpStatusCode.Found, ("NewTheme", "Formulas"));
        await Post(
            lead,
            page,
            "Quote",
            HttpStatusCode.UnprocessableEntity,
            ("Version", "1"),
            ("Input.Quote", "What I would rather have read")
        );
        await Post(
            lead,
            page,
            "Quote",
            HttpStatusCode.Found,
            ("Version", "1"),
            ("Input.Quote", Hostile),
            ("Input.QuoteTranslation", Hostile)
        );
        var theme = Assert.Single(
            await here.In<ThemeQueries, IReadOnlyList<ThemeView>>(use => use.Of(form.Round))
        );
        foreach (var of in new[] { "quotes", theme.Id.ToString() })
        {
            var shown = await lead.GetStringAsync($"{list}?of={of}");
            Assert.Contains(WebUtility.HtmlEncode(Hostile), shown, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Words 1", shown, StringComparison.Ordinal);
        }

        await here.In<CloseRound, Outcome<Nothing>>(use => use.Do(form.Round, here.By(here.Lead)));
        here.Clock.Advance(TimeSpan.FromMinutes(2));
        var figures = $"/d/marlow-falls/feedback/{form.Round}/figures?Input.Questions=why";
        Assert.Contains(
            WebUtility.HtmlEncode(Hostile),
            await lead.GetStringAsync(figures),
            StringComparison.Ordinal
        );
        using var published = await lead.Send(
            figures,
            new() { ["Input.Questions"] = "why" },
            figures
        );
        var address = published.Headers.Location!.ToString();
        var read = await nobody.GetStringAsync(address);
        Assert.Contains(WebUtility.HtmlEncode(Hostile), read, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Words 1", read, StringComparison.Ordinal);
        var csv = await nobody.GetStringAsync(address + "/quotes");
        Assert.Contains($"en,'{Hostile},en,'{Hostile}", csv, StringComparison.Ordinal);

        using var unknown = await lead.GetAsync($"{list}/{text.Answer}?field=wish");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task Post(
        HttpClient browser,
        string page,
        string handler,
        HttpStatusCode expected,
        params (string Name, string? Value)[] fields
    )
    {
        var all = fields.ToDictionary(field => field.Name, field => field.Value);
        all["Field"] = "why";
        all.TryAdd("Version", "0");
        using var answer = await browser.Send(page, all, $"{page}&handler={handler}");
        Assert.Equal(expected, answer.StatusCode);
    }

    private static Task<IReadOnlyList<TextView>> Texts(RunningApp app, OpenForm form) =>
        app.Workspace.In<ThemeQueries, IReadOnlyList<TextView>>(use => use.Texts(form.Round, Form));
}
