using Throughline.Engagement;

namespace Throughline.App.Pages.Engagement;

/// <summary>Every time that somebody was listened to.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class ActivitiesModel(EngagementQueries engagement) : DistrictPage
{
    private IReadOnlyDictionary<StakeholderGroupId, string> names =
        new Dictionary<StakeholderGroupId, string>();

    public IReadOnlyList<ActivityView> All { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        All = await engagement.Activities(cancel);
        names = (await engagement.Groups(cancel)).ToDictionary(
            group => group.Id,
            group => group.Name
        );
    }

    /// <summary>The groups that were heard, then those that were only reached.</summary>
    public string Who(ActivityView activity)
    {
        var heard = Names(activity.Counts.Where(count => count.Heard is > 0));
        var reached = Names(activity.Counts.Where(count => count.Heard is null or 0));
        return string.Join(
            "; ",
            new[]
            {
                heard.Length > 0 ? T["engagement.activity.heard", heard] : null,
                reached.Length > 0 ? T["engagement.activity.reached", reached] : null,
            }.OfType<string>()
        );
    }

    private string Names(IEnumerable<CountView> counts) =>
        string.Join(
            ", ",
            counts.Select(count =>
                count.Group is { } group
                    ? names.GetValueOrDefault(group) ?? T["engagement.activity.removed-group"]
                    : T["engagement.ledger.unknown"]
            )
        );
}
