using Microsoft.AspNetCore.Mvc;
using Throughline.App.Respondents;
using Throughline.Engagement;
using Throughline.Engagement.Communications;
using Throughline.Publishing;

namespace Throughline.App.Pages.Engagement;

/// <summary>The communication plan: whom the team tells what, how, by whom and when.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class CommunicationsModel(
    CommunicationQueries communications,
    RemoveCommunication remove,
    PublishedQueries published,
    RespondentWords words
) : DistrictPage
{
    [BindProperty(SupportsGet = true)]
    public CommunicationId? Removed { get; set; }

    public IReadOnlyList<CommunicationView> All { get; private set; } = [];

    /// <summary>Whether everybody can read answers: once a plan is published.</summary>
    public bool IsAnsweredInPublic { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        All = await communications.All(cancel);
        IsAnsweredInPublic =
            All.Any(one => one.Questions.Any(asked => asked.IsPublic))
            && (await published.All(cancel)).Count > 0;
    }

    public async Task<IActionResult> OnPostUndo(CommunicationId id, CancellationToken cancel) =>
        await Answer(
            await remove.Undo(id, Doing(), cancel),
            _ => LocalRedirect(At(null, "feedback/communications/" + id)),
            () => Task.FromResult<IActionResult>(NotFound())
        );

    public string? LanguageOf(CommunicationView one) =>
        one.Language is { } tag && words.Has(tag) ? words.In(tag).OwnName : null;
}
