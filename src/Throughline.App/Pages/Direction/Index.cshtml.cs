using Throughline.Direction;

namespace Throughline.App.Pages.Direction;

/// <summary>The whole direction on one page, and what is still missing.</summary>
[Needs]
public sealed class IndexModel(DirectionQueries read) : DirectionPage
{
    public DirectionForPlan Said { get; private set; } = null!;

    public async Task OnGet() =>
        Said = await read.ForPlan(District, T.Language, cancel: HttpContext.RequestAborted);
}
