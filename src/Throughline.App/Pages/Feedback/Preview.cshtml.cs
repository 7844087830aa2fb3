using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>
/// The form as it will be answered, page by page, in each of its languages: the public's own pages without a round that takes answers.
/// What is entered is carried along by the form itself, so that conditions show what they will show; nothing is stored.
/// </summary>
[Needs(FeedbackPermissions.Read)]
[RequestFormLimits(ValueCountLimit = TranslationModel.MostFields)]
public sealed class PreviewModel(
    FeedbackQueries feedback,
    FormHtml html,
    RespondentWords words,
    IAntiforgery antiforgery
) : FeedbackPage(feedback)
{
    /// <summary>Nothing is sent from here, so there is nothing to keep apart.</summary>
    private static readonly string NoSecret = new('0', FormSecret.Length);

    private static readonly IReadOnlyList<string?> Nothing = [];

    /// <summary>As on a phone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Phone { get; set; }

    [BindProperty(SupportsGet = true, Name = "l")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "s")]
    public int Section { get; set; }

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel) =>
        await Find(round, cancel) is { } asked
            ? Show(asked, Section, Asked, new AnswerEntries(), null)
            : NotFound();

    public async Task<IActionResult> OnPost(FeedbackRoundId round, CancellationToken cancel)
    {
        if (await Find(round, cancel) is not { } asked)
        {
            return NotFound();
        }

        var form = asked.Questionnaire;
        var at = Math.Clamp(Section, 0, form.Sections.Count - 1);
        var entries = SoFar(Request.Form["so-far"]);
        ReadSection.Into(
            entries,
            form.Sections[at],
            name => Request.Form.TryGetValue(name, out var values) ? values : Nothing
        );
        var go = Request.Form["go"].ToString();
        if (Request.Form["to"] is [{ Length: > 0 } other])
        {
            return Show(asked, at, other, entries, null);
        }

        if (go == "back")
        {
            return Show(asked, Sections.Before(form, at, entries), Asked, entries, null);
        }

        if (go == "more")
        {
            var seen = StatementsHtml.SeenIn(Request.Form[StatementsHtml.SeenField]);
            return Show(asked, at, Asked, entries, null, seen);
        }

        return Sections.After(form, at, entries) is { } next
            ? Show(asked, next, Asked, entries, null)
            : Show(asked, 0, Asked, new AnswerEntries(), form.Thanks);
    }

    /// <param name="thanks">What the last page says, above the first one; null elsewhere.</param>
    private ContentResult Show(
        AskedRound round,
        int section,
        string? language,
        AnswerEntries entries,
        Words? thanks,
        IReadOnlySet<string>? seen = null
    )
    {
        var form = round.Questionnaire;
        var offered = form.Languages.Where(words.Has).DefaultIfEmpty("en").ToList();
        // Not asked for: in the language of whoever tries it.
        var spoken = offered.FirstOrDefault(one => one == (language ?? T.Language)) ?? offered[0];
        section = Math.Clamp(section, 0, form.Sections.Count - 1);
        var said =
            thanks is null ? null
            : thanks.IsEmpty ? words.In(spoken)["thanks"]
            : thanks.In(spoken);
        var page = html.Write(
            new FormView(
                round,
                round.Edition,
                form,
                section,
                spoken,
                NoSecret,
                entries,
                [],
                said,
                Trial(spoken, section, entries)
            )
            {
                Seen = seen,
            }
        );
        return Content(page, "text/html; charset=utf-8");
    }

    private Trial Trial(string language, int section, AnswerEntries entries)
    {
        var token = antiforgery.GetAndStoreTokens(HttpContext);
        var bar = new HtmlText();
        void Link(string href, string text, bool isHere) =>
            bar.Raw("<a")
                .Attribute("href", href)
                .Raw(isHere ? " aria-current=\"true\">" : ">")
                .Text(text)
                .Raw("</a>");

        var here = $"?l={language}&s={section}";
        bar.Raw("<aside class=\"trial\"")
            .Attribute("lang", T.Language)
            .Attribute("dir", T.Direction)
            .Raw("><p><strong>")
            .Text(T["feedback.preview.marked"])
            .Raw("</strong>");
        Link(here + "&phone=true", T["feedback.preview.phone"], Phone);
        Link(here, T["feedback.preview.wide"], !Phone);
        Link(Address("questions"), T["feedback.preview.back"], false);
        bar.Raw("</p></aside>");
        return new Trial(
            Address("preview"),
            bar.ToString(),
            [
                (token.FormFieldName, token.RequestToken ?? ""),
                ("phone", Phone ? "true" : "false"),
                ("so-far", entries.ToJson()),
            ],
            Phone
        );
    }

    private string Address(string page) => At(null, $"feedback/{RouteData.Values["round"]}/{page}");

    private async Task<AskedRound?> Find(FeedbackRoundId id, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return null;
        }

        // A page without a question yet still shows its words; a form without a page has nothing to show.
        return form.Sections.Count == 0 ? null : AskedRound.ToTry(District, round, form);
    }

    private static AnswerEntries SoFar(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? new AnswerEntries() : AnswerEntries.FromJson(json);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new AnswerEntries();
        }
    }
}
