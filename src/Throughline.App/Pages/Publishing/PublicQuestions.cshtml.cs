using Microsoft.AspNetCore.Mvc;
using Throughline.Engagement.Communications;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>What people ask about the plan, and the team's answers; for everybody, once a plan is published.</summary>
[OpenToAll]
public sealed class PublicQuestionsModel(
    PublishedQueries published,
    CommunicationQueries communications
) : PublicPage(published)
{
    public IReadOnlyList<ExpectedView> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGet(string district, CancellationToken cancel)
    {
        if (!await Enter(district, cancel))
        {
            return NotFound();
        }

        Questions = await communications.Public(cancel);
        return Questions.Count > 0 ? Page() : NotFound();
    }
}
