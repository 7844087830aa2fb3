using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Engagement;
using Throughline.Feedback;
using Throughline.Kernel;
using Throughline.Process;

namespace Throughline.App.Pages.Engagement;

/// <summary>One time that somebody was listened to, with a count for each group; <c>new</c> adds one.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class ActivityModel(
    EngagementQueries engagement,
    RecordActivity record,
    FeedbackQueries feedback,
    ProcessLibrary library
) : DistrictPage
{
    private const string New = "new";

    public sealed class CountFields
    {
        public StakeholderGroupId? Group { get; set; }

        public int? Reached { get; set; }

        public int? Heard { get; set; }
    }

    public sealed class Fields
    {
        public int Version { get; set; }

        public string? Title { get; set; }

        public ActivityKind Kind { get; set; } = ActivityKind.FocusGroup;

        public DateOnly? On { get; set; }

        public string? Step { get; set; }

        public FeedbackRoundId? Round { get; set; }

        public string? Note { get; set; }

        public List<CountFields> Counts { get; set; } = [];
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public ActivityView? Activity { get; private set; }

    public IReadOnlyList<GroupView> Groups { get; private set; } = [];

    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    public IReadOnlyList<Choice> Rounds { get; private set; } = [];

    public IEnumerable<Choice> Kinds =>
        Enum.GetValues<ActivityKind>()
            .Select(kind => new Choice(kind.ToString(), T["engagement.activity.kind." + kind]));

    public string NameOf(StakeholderGroupId? group) =>
        group is null
            ? T["engagement.ledger.unknown"]
            : Groups.FirstOrDefault(one => one.Id == group)?.Name
                ?? T["engagement.activity.removed-group"];

    public async Task<IActionResult> OnGet(string activity, CancellationToken cancel)
    {
        if (!await Load(activity, cancel))
        {
            return NotFound();
        }

        Input.On = Today;
        if (Activity is { } one)
        {
            Input = new Fields
            {
                Version = one.Version,
                Title = one.Title,
                Kind = one.Kind,
                On = one.On,
                Step = one.Step,
                Round = one.Round is { } round ? new FeedbackRoundId(round) : null,
                Note = one.Note,
            };
        }

        Input.Counts =
        [
            .. Groups
                .Select(group => (StakeholderGroupId?)group.Id)
                .Append(null)
                .Select(group =>
                {
                    var count = Activity?.Counts.FirstOrDefault(one => one.Group == group);
                    return new CountFields
                    {
                        Group = group,
                        Reached = count?.Reached,
                        Heard = count?.Heard,
                    };
                }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(string activity, CancellationToken cancel)
    {
        ForgetBindingErrors();
        var isNew = activity == New;
        if (
            (!isNew && !Id.TryParse<EngagementActivityId>(activity, out _))
            || !await Load(activity, cancel)
            || (Input.Round is { } about && Rounds.All(one => one.Value != about.ToString()))
        )
        {
            return NotFound();
        }

        var input = new RecordActivity.Input
        {
            Id = !isNew && Id.TryParse<EngagementActivityId>(activity, out var id) ? id : null,
            Version = Input.Version,
            Title = Input.Title,
            Kind = Input.Kind,
            On = Input.On,
            Step = Input.Step,
            Decision = Activity?.Decision,
            Round = Input.Round?.Value,
            Note = Input.Note,
            Counts =
            [
                .. Input.Counts.Select(count => new RecordActivity.Count(
                    count.Group,
                    count.Reached,
                    count.Heard
                )),
            ],
        };
        return await Answer(
            await record.Do(input, Doing(), cancel),
            _ => LocalRedirect(At(null, "feedback/activities")),
            async () =>
            {
                if (!await Load(activity, cancel))
                {
                    return NotFound();
                }

                Input.Version = FormVersion(Input.Version, Activity?.Version ?? 0);
                return Page();
            }
        );
    }

    private async Task<bool> Load(string activity, CancellationToken cancel)
    {
        Groups = await engagement.Groups(cancel);
        Steps =
        [
            .. library
                .Edition(District.ProcessEdition, T.Language)
                .Steps.Select(step => new Choice(step.Code, step.Title)),
        ];
        Rounds =
        [
            .. (await feedback.Rounds(cancel)).Select(round => new Choice(
                round.Id.ToString(),
                round.Name
            )),
        ];
        if (activity == New)
        {
            return true;
        }

        Activity = Id.TryParse<EngagementActivityId>(activity, out var id)
            ? (await engagement.Activities(cancel)).FirstOrDefault(one => one.Id == id)
            : null;
        return Activity is not null;
    }
}
