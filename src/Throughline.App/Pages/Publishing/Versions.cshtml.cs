using Microsoft.AspNetCore.Mvc;
using Throughline.App.Hosting.SignIn;
using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>What has been published, and withdrawing it.</summary>
[Needs(PublishingPermissions.Publish, Read = PublishingPermissions.Read)]
public sealed class VersionsModel(PublishedQueries published, WithdrawPlan withdraw, Site site)
    : DistrictPage
{
    public sealed class Fields
    {
        public string? Why { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Withdraw { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Published { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Withdrawn { get; set; }

    /// <summary>All that was published in the district; on a school's page, what that school published.</summary>
    public IReadOnlyList<PublishedLine> Versions { get; private set; } = [];

    public string Address(int number) =>
        $"{site.AddressFor(Request)}/plans/{District.Slug}/{number}";

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer(
            await withdraw.Do(new WithdrawPlan.Input(Withdraw ?? 0, Input.Why), Doing(), cancel),
            _ => LocalRedirect(Here($"document/versions?withdrawn={Withdraw}")),
            () => Show(cancel)
        );

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        Versions =
        [
            .. (await published.All(cancel)).Where(line => Place is null || line.SchoolId == Place),
        ];
        return Page();
    }
}
