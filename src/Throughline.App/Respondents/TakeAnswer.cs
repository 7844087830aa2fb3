using System.Globalization;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.App.Respondents;

/// <summary>
/// Takes one page of the form: saves it, and shows the next one or the receipt. The same page sent again is the same answer again. Where
/// it cannot be saved, what was typed is shown again with a sentence.
/// </summary>
public sealed class TakeAnswer(
    RespondentPages pages,
    ChosenLanguage languages,
    RespondentWords words,
    AnswerIntake intake,
    FloodGate gate,
    IStorage storage,
    TimeProvider clock
)
{
    private const int MostBytes = 1_000_000;

    public async Task From(HttpContext http, AskedRound round)
    {
        var form = await Read(http);
        if (form is null)
        {
            return;
        }

        var (edition, asked) = round.Asked(Whole(form["e"]) ?? 0);
        var language = languages.Of(asked, form["l"]);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!round.TakesAt(now) && !round.TakesAt(now - AskedRound.Grace))
        {
            await pages.Closed(http, round, language);
            return;
        }

        var isWhole = form["s"] == WholeForm.Mark;
        var posted = new PostedPage(
            round,
            edition,
            isWhole ? WholeForm.Of(asked) : asked,
            Math.Clamp(Whole(form["s"]) ?? 0, 0, asked.Sections.Count - 1),
            language,
            SecretOf(round, form["a"]),
            form
        )
        {
            Parts = isWhole ? asked.Sections : null,
        };
        using var turn = await gate.Pass(http);
        if (!turn.IsAcquired)
        {
            await SendBack(http, posted, StatusCodes.Status429TooManyRequests);
            return;
        }

        try
        {
            await Take(http, posted, DistrictDay.Of(now, round.District.TimeZone));
        }
        catch (Exception fault) when (storage.IsPassing(fault) || storage.LeavesInDoubt(fault))
        {
            await SendBack(http, posted, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What was typed, on the page that it was typed on, to be sent again in a moment.</summary>
    private Task SendBack(HttpContext http, PostedPage posted, int status)
    {
        var entries = new AnswerEntries();
        entries.Set(AskedAbout.Field, posted.Passage);
        ReadSection.Into(entries, posted.Section, posted.Values);
        http.Response.Headers.RetryAfter = "5";
        var notice = words.In(posted.Language)["not-saved"];
        return pages.Show(http, posted.View(entries, [], notice), status);
    }

    private async Task Take(HttpContext http, PostedPage posted, DateOnly today)
    {
        var entries = await SoFar(posted, http.RequestAborted);
        entries.Set(AskedAbout.Field, posted.Passage);
        var problems = ReadSection.Into(entries, posted.Section, posted.Values);
        var go = posted.Fields["go"].ToString();
        if (posted.Fields["to"] is [{ Length: > 0 } other])
        {
            // What was typed comes along into the other language.
            posted = posted with
            {
                Language = languages.Of(posted.Form, other),
            };
            await SaveDraft(http, posted, entries, today);
            await pages.Show(http, posted.View(entries, []));
        }
        else if (go == "save")
        {
            await SaveDraft(http, posted, entries, today);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (go == "back")
        {
            await SaveDraft(http, posted, entries, today);
            var before = Sections.Before(posted.Form, posted.At, entries);
            await pages.Show(http, (posted with { At = before }).View(entries, []));
        }
        else if (go == "more")
        {
            await SaveDraft(http, posted, entries, today);
            await pages.Show(
                http,
                posted.View(entries, []) with
                {
                    Seen = StatementsHtml.SeenIn(posted.Values(StatementsHtml.SeenField)),
                }
            );
        }
        else if (problems.Count > 0)
        {
            await pages.Show(
                http,
                posted.View(entries, problems),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        else if (Sections.After(posted.Form, posted.At, entries) is { } next)
        {
            await SaveDraft(http, posted, entries, today);
            await ShowNext(http, posted with { At = next }, entries);
        }
        else
        {
            await SendOff(http, posted, entries, today);
        }
    }

    /// <summary>A form of one page is whole in itself; of several, the pages before are in the draft.</summary>
    private async Task<AnswerEntries> SoFar(PostedPage posted, CancellationToken cancel)
    {
        if (posted.Form.Sections.Count == 1)
        {
            return new AnswerEntries();
        }

        var begun = await storage.Answers.Find(
            posted.Round.District.Id,
            posted.Round.Round,
            FormSecret.AnswerOf(posted.Secret),
            cancel
        );
        return begun is null ? new AnswerEntries() : AnswerEntries.FromJson(begun.Entries);
    }

    private async Task ShowNext(HttpContext http, PostedPage posted, AnswerEntries entries)
    {
        var isBlank = posted
            .Section.Questions.SelectMany(AnswerFields.Of)
            .All(field => entries[field].Count == 0);
        var depends = posted.Section.Questions.Any(question => question.ShowIf is not null);
        if (isBlank && !depends)
        {
            await pages.Blank(
                http,
                posted.Round,
                posted.Edition,
                posted.Form,
                posted.At,
                posted.Language,
                posted.Secret,
                posted.Passage
            );
            return;
        }

        await pages.Show(http, posted.View(entries, []));
    }

    private async Task SaveDraft(
        HttpContext http,
        PostedPage posted,
        AnswerEntries entries,
        DateOnly today
    )
    {
        await intake.Take(posted.Answer(entries, today, sentOn: null), http.RequestAborted);
        BegunForm.Keep(http, posted.Round, posted.Secret);
    }

    private async Task SendOff(
        HttpContext http,
        PostedPage posted,
        AnswerEntries entries,
        DateOnly today
    )
    {
        ReadSection.DropUnasked(entries, posted.Form);
        if (posted.Parts is { } parts)
        {
            // A question that has a condition of its own also has its section's.
            ReadSection.DropUnasked(entries, posted.Form with { Sections = parts });
        }

        var answer = posted.Answer(entries, today, today);
        await intake.Take(answer, http.RequestAborted);
        BegunForm.Forget(http, posted.Round);
        var number = Receipt.Of(answer.Id, posted.Round.ReceiptKey);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/f/{posted.Round.Code}/r/{number}?l={posted.Language}";
    }

    private static async Task<IFormCollection?> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MostBytes)
        {
            http.Response.StatusCode = http.Request.HasFormContentType
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status415UnsupportedMediaType;
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than any form of ours has.
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }
    }

    /// <summary>A personal link has one form; everywhere else the page says which it is.</summary>
    private static string SecretOf(AskedRound round, string? posted) =>
        round.PersonalCode is { } code ? PersonalLink.SecretOf(code)
        : FormSecret.IsOne(posted) ? posted!
        : FormSecret.New();

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
