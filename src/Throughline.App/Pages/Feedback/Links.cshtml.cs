using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.Mail;
using Throughline.App.Hosting.SignIn;
using Throughline.App.Pages.Account;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Pages.Feedback;

/// <summary>A link for each person: as letters to print, or as mails.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class LinksModel(
    FeedbackQueries feedback,
    AskedPeopleQueries asked,
    MakePersonalLinks make,
    AskPeople ask,
    RemindPeople remind,
    LanguageFiles languages,
    RespondentWords words,
    MailSeal seal,
    Site site
) : FeedbackPage(feedback)
{
    public sealed class Fields
    {
        public int? HowMany { get; set; }

        public string? Addresses { get; set; }

        public string? Language { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "asked")]
    public int? AskedNow { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? AskedBefore { get; set; }

    [BindProperty(SupportsGet = true, Name = "reminded")]
    public int? Reminded { get; set; }

    public RoundView Round { get; private set; } = null!;

    public ChannelView Channel { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public PersonalChannelView Links { get; private set; } = null!;

    /// <summary>The codes that were made just now, and are told only here.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IEnumerable<RespondentTexts> Spoken => Form.Languages.Where(words.Has).Select(words.In);

    public IEnumerable<Choice> Languages => LanguageChoices.Of(languages, T);

    public bool MayRemind => Links.RemindedAt is not { } last || last < Now - RemindPeople.Pause;

    public string AddressOf(string code) => $"{Address}/{code}";

    /// <summary>As it is typed from paper, without the scheme.</summary>
    public string Typed =>
        Address[(Address.IndexOf("//", StringComparison.Ordinal) + 2)..^Channel.Code.Length]
        + Secrets.Grouped(Channel.Code.ToUpperInvariant());

    private string Address => $"{site.AddressFor(Request)}/f/{Channel.Code}";

    private DateTime Now => Doing().When;

    public async Task<IActionResult> OnGet(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    ) => await Load(round, channel, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLetters(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        var outcome = await make.Do(new(round, channel, Input.HowMany), Doing(), cancel);
        if (!await Load(round, channel, cancel))
        {
            return NotFound();
        }

        return await Answer(
            outcome,
            codes =>
            {
                Codes = codes;
                Response.Headers.CacheControl = "no-store";
                return Page();
            },
            () => Task.FromResult<IActionResult>(Page())
        );
    }

    public async Task<IActionResult> OnPostMails(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        var input = new AskPeople.Input(
            round,
            channel,
            Input.Addresses,
            languages.Tags.Contains(Input.Language) ? Input.Language! : T.Language,
            site.AddressFor(Request),
            seal.Close
        );
        return await Answer(
            await ask.Do(input, Doing(), cancel),
            done => LocalRedirect(Here(round, channel, $"asked={done.Now}&before={done.Before}")),
            () => Again(round, channel, cancel)
        );
    }

    public async Task<IActionResult> OnPostRemind(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    ) =>
        await Answer(
            await remind.Do(new(round, channel), Doing(), cancel),
            count => LocalRedirect(Here(round, channel, $"reminded={count}")),
            () => Again(round, channel, cancel)
        );

    private string Here(FeedbackRoundId round, FeedbackChannelId channel, string query) =>
        At(null, $"feedback/{round}/links/{channel}?{query}");

    private async Task<IActionResult> Again(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    ) => await Load(round, channel, cancel) ? Page() : NotFound();

    private async Task<bool> Load(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    )
    {
        if (
            await Queries.Round(round, cancel) is not { } found
            || await Queries.Questionnaire(round, found.Edition, cancel) is not { } form
            || await asked.Of(round, channel, cancel) is not { } links
        )
        {
            return false;
        }

        (Round, Form, Links) = (found, form, links);
        Channel = (await Queries.Channels(round, cancel)).First(one => one.Id == channel);
        Input.Language ??= T.Language;
        return true;
    }
}
