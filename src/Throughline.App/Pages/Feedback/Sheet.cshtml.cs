using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.App.Respondents;
using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;
using Throughline.People;

namespace Throughline.App.Pages.Feedback;

/// <summary>One address as a sheet to hang up or to send home, in every language of the form.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class SheetModel(FeedbackQueries feedback, RespondentWords words, Site site)
    : FeedbackPage(feedback)
{
    public RoundView Round { get; private set; } = null!;

    public ChannelView Channel { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public IEnumerable<RespondentTexts> Spoken => Form.Languages.Where(words.Has).Select(words.In);

    public string Address => $"{site.AddressFor(Request)}/f/{Channel.Code}";

    /// <summary>As it is typed from paper: without the scheme, which the browser knows, and in groups of four.</summary>
    public string Typed =>
        Address[(Address.IndexOf("//", StringComparison.Ordinal) + 2)..^Channel.Code.Length]
        + Secrets.Grouped(Channel.Code.ToUpperInvariant());

    public async Task<IActionResult> OnGet(
        FeedbackRoundId round,
        FeedbackChannelId channel,
        CancellationToken cancel
    )
    {
        if (
            await Queries.Round(round, cancel) is not { } found
            || await Queries.Questionnaire(round, found.Edition, cancel) is not { } form
            || (await Queries.Channels(round, cancel)).FirstOrDefault(one => one.Id == channel)
                is not { } own
        )
        {
            return NotFound();
        }

        (Round, Form, Channel) = (found, form, own);
        return Page();
    }
}
