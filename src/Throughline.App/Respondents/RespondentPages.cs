using System.Collections.Concurrent;
using System.Globalization;
using Throughline.Data;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Respondents;

/// <summary>Shows the pages. What is the same for everybody is written once and kept; a page with somebody's entries on it never is.</summary>
public sealed class RespondentPages(
    RespondentWords words,
    ChosenLanguage languages,
    FormHtml formHtml,
    EndHtml endHtml,
    ParentHtml parentHtml,
    IStorage storage,
    TimeProvider clock
)
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<string, SlottedPage> kept = new(StringComparer.Ordinal);

    public async Task Form(HttpContext http, AskedRound round)
    {
        var language = languages.For(http, round.Questionnaire);
        if (!round.TakesAt(clock.GetUtcNow().UtcDateTime))
        {
            await Closed(http, round, language);
            return;
        }

        var secret = BegunForm.Of(http, round);
        var found = secret is null
            ? null
            : await storage.Answers.Find(
                round.District.Id,
                round.Round,
                FormSecret.AnswerOf(secret),
                http.RequestAborted
            );
        if (found is { SentOn: not null } && round.PersonalCode is not null)
        {
            var number = Receipt.Of(found.Id, round.ReceiptKey);
            await PageReply.Send(
                http,
                round,
                endHtml.Received(round, words.In(language), number),
                StatusCodes.Status200OK
            );
            return;
        }

        var passage = round.About?.Of(http.Request.Query[FormHtml.PassageField]);
        var entries = found is { SentOn: null } ? AnswerEntries.FromJson(found.Entries) : null;
        // Whoever chose another part of the plan begins anew, and leaves what was begun.
        if (
            found is { SentOn: null } begun
            && entries is not null
            && (passage is null || passage.Key == entries.First(AskedAbout.Field))
        )
        {
            var (edition, form) = round.Asked(begun.Edition);
            var spoken = http.Request.Query.ContainsKey("l")
                ? language
                : languages.Of(form, begun.Language);
            var texts = words.In(spoken);
            await Show(
                http,
                new FormView(
                    round,
                    edition,
                    form,
                    Sections.FirstToGoOn(form, entries),
                    spoken,
                    secret!,
                    entries,
                    [],
                    texts["saved-here"]
                )
            );
            return;
        }

        await Blank(
            http,
            round,
            round.Edition,
            round.Questionnaire,
            0,
            language,
            round.PersonalCode is null ? FormSecret.New() : secret!,
            passage is null ? [] : [passage.Key]
        );
    }

    /// <summary>The form on one page, as a device keeps it for when there is no connection.</summary>
    public async Task Whole(HttpContext http, AskedRound round)
    {
        var language = languages.For(http, round.Questionnaire);
        if (!round.TakesAt(clock.GetUtcNow().UtcDateTime))
        {
            await Closed(http, round, language);
            return;
        }

        var view = new FormView(
            round,
            round.Edition,
            WholeForm.Of(round.Questionnaire),
            0,
            language,
            SlottedPage.Mark,
            new AnswerEntries(),
            []
        )
        {
            Parts = round.Questionnaire.Sections,
        };
        await Send(http, view, FormSecret.New());
    }

    /// <summary>What waits on the device; the page itself knows nothing of it.</summary>
    public Task Kept(HttpContext http, AskedRound round)
    {
        var language = languages.For(http, round.Questionnaire);
        return PageReply.Send(
            http,
            round,
            endHtml.Kept(round, words.In(language)),
            StatusCodes.Status200OK
        );
    }

    /// <summary>Where somebody came without the code of their letter, or with one that is not ours.</summary>
    public Task AskForCode(HttpContext http, AskedRound round, bool isUnknown)
    {
        var language = languages.For(http, round.Questionnaire);
        return PageReply.Send(
            http,
            round,
            endHtml.AskForCode(round, words.In(language), isUnknown),
            isUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK
        );
    }

    /// <summary>A page of the form that nobody has written on yet.</summary>
    public Task Blank(
        HttpContext http,
        AskedRound round,
        int edition,
        Questionnaire form,
        int section,
        string language,
        string secret,
        IReadOnlyList<string> passage
    )
    {
        var entries = new AnswerEntries();
        entries.Set(AskedAbout.Field, passage);
        if (round.PersonalCode is not null)
        {
            return Show(
                http,
                new FormView(round, edition, form, section, language, secret, entries, [])
            );
        }

        return Send(
            http,
            new FormView(round, edition, form, section, language, SlottedPage.Mark, entries, []),
            secret
        );
    }

    public Task Show(HttpContext http, FormView view, int status = StatusCodes.Status200OK) =>
        PageReply.Send(http, view.Round, formHtml.Write(view), status);

    public Task Received(HttpContext http, AskedRound round, string number)
    {
        var language = languages.For(http, round.Questionnaire);
        var page = Keep(
            $"{round.Code} {round.Version.ToString(CultureInfo.InvariantCulture)} r {language}",
            () => endHtml.Received(round, words.In(language), SlottedPage.Mark),
            Receipt.Length
        );
        return PageReply.Send(http, round, page, number);
    }

    /// <summary>For parents: the whole of it, and nothing to answer.</summary>
    public Task ToRead(HttpContext http, AskedRound round) =>
        PageReply.Send(
            http,
            round,
            parentHtml.Write(round, words, languages.For(http, round.Questionnaire)),
            StatusCodes.Status200OK
        );

    public Task Closed(HttpContext http, AskedRound round, string language) =>
        PageReply.Send(
            http,
            round,
            endHtml.Closed(round, words.In(language)),
            StatusCodes.Status410Gone
        );

    /// <summary>A form with the mark of a slot where its secret stands: the same for everybody, so it is written once.</summary>
    private Task Send(HttpContext http, FormView view, string secret)
    {
        var round = view.Round;
        var page = Keep(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{round.Code} {round.Version} {view.Edition} {(view.Parts is null ? view.Section : WholeForm.Mark)} {view.Language} {round.Order.Number} {view.Entries.First(AskedAbout.Field)}"
            ),
            () => formHtml.Write(view),
            FormSecret.Length
        );
        return PageReply.Send(http, round, page, secret);
    }

    private SlottedPage Keep(string key, Func<string> write, int slot)
    {
        if (kept.TryGetValue(key, out var page))
        {
            return page;
        }

        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        return kept[key] = new SlottedPage(write(), slot);
    }
}
