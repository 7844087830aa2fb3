using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Pages.Direction;
using Throughline.Direction;
using Throughline.Engagement;
using Throughline.Kernel;

namespace Throughline.App.Pages.Engagement;

/// <summary>One group: what it was promised, where it stands, when it was heard; <c>new</c> adds one.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class GroupModel(
    EngagementQueries engagement,
    EquityQueries equity,
    KeepGroup keep,
    RecordBuyIn record,
    PlanOutreach plan
) : DistrictPage
{
    private const string New = "new";

    public sealed class Fields
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public StakeholderRole Role { get; set; }

        public string? Measure { get; set; }

        public int? People { get; set; }

        public ParticipationLevel Level { get; set; } = ParticipationLevel.Consult;

        public bool IsRarelyHeard { get; set; }

        public string? Contact { get; set; }

        public int? Target { get; set; }
    }

    public sealed class StandFields
    {
        public BuyInState State { get; set; } = BuyInState.Supportive;

        public DateOnly? On { get; set; }

        public string? Evidence { get; set; }
    }

    public sealed class OutreachFields
    {
        public string? What { get; set; }

        public string? Why { get; set; }

        public string? Owner { get; set; }

        public DateOnly? Due { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public StandFields Stand { get; set; } = new();

    [BindProperty]
    public OutreachFields Outreach { get; set; } = new();

    public GroupView? Group { get; private set; }

    public IReadOnlyList<BuyInView> Stands { get; private set; } = [];

    public IReadOnlyList<ActivityView> HeardIn { get; private set; } = [];

    public IReadOnlyList<Choice> Measures { get; private set; } = [];

    public IEnumerable<Choice> Roles => Choices<StakeholderRole>("engagement.role.");

    public IEnumerable<Choice> Levels =>
        Enum.GetValues<ParticipationLevel>()
            .Select(level => new Choice(
                level.ToString(),
                T["engagement.level." + level],
                T["engagement.promise." + level]
            ));

    public IEnumerable<Choice> States => Choices<BuyInState>("engagement.stand.").Skip(1);

    public bool IsOpen(string form) => open == form;

    private string? open;

    public async Task<IActionResult> OnGet(string group, CancellationToken cancel)
    {
        if (!await Load(group, cancel))
        {
            return NotFound();
        }

        Stand.On = Today;
        if (Group is { } one)
        {
            Input = new Fields
            {
                Version = one.Version,
                Name = one.Name,
                Role = one.Role,
                Measure = one.Measure,
                People = one.OwnCount,
                Level = one.Level,
                IsRarelyHeard = one.IsRarelyHeard,
                Contact = one.Contact,
                Target = one.Target,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(string group, CancellationToken cancel)
    {
        ForgetBindingErrors();
        StakeholderGroupId? known = null;
        if (group != New)
        {
            // An id that is none is not the wish for a new group.
            if (!Id.TryParse<StakeholderGroupId>(group, out var id))
            {
                return NotFound();
            }

            known = id;
        }

        var input = new KeepGroup.Input
        {
            Id = known,
            Version = Input.Version,
            Name = Input.Name,
            Role = Input.Role,
            Measure = Input.Measure,
            People = Input.People,
            Level = Input.Level,
            IsRarelyHeard = Input.IsRarelyHeard,
            Contact = Input.Contact,
            Target = Input.Target,
        };
        return await Answer(
            await keep.Do(input, Doing(), cancel),
            kept => LocalRedirect(At(null, $"feedback/voices/{kept}")),
            () => Again(group, null, cancel)
        );
    }

    public async Task<IActionResult> OnPostStand(StakeholderGroupId group, CancellationToken cancel)
    {
        ForgetBindingErrors();
        var input = new RecordBuyIn.Input(group, Stand.State, Stand.On, Stand.Evidence);
        return await AnswerAs(
            nameof(Stand),
            await record.Do(input, Doing(), cancel),
            group,
            cancel
        );
    }

    public async Task<IActionResult> OnPostOutreach(
        StakeholderGroupId group,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        var input = new PlanOutreach.Input(
            group,
            Outreach.What,
            Outreach.Why,
            Outreach.Owner,
            Outreach.Due
        );
        return await AnswerAs(
            nameof(Outreach),
            await plan.Do(input, Doing(), cancel),
            group,
            cancel
        );
    }

    /// <summary>The refusals of a second form of the page stand at its own fields.</summary>
    private async Task<IActionResult> AnswerAs<T>(
        string form,
        Outcome<T> outcome,
        StakeholderGroupId group,
        CancellationToken cancel
    )
    {
        if (outcome is not Outcome<T>.Refused refused)
        {
            return outcome is Outcome<T>.Done
                ? LocalRedirect(At(null, $"feedback/voices/{group}"))
                : NotFound();
        }

        foreach (var refusal in refused.Refusals)
        {
            ModelState.AddModelError($"{form}.{refusal.Field}", this.T[refusal.Sentence]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Again(group.ToString(), form, cancel);
    }

    private async Task<IActionResult> Again(string group, string? form, CancellationToken cancel)
    {
        open = form;
        if (!await Load(group, cancel))
        {
            return NotFound();
        }

        Input.Version = FormVersion(Input.Version, Group?.Version ?? 0);
        return Page();
    }

    private async Task<bool> Load(string group, CancellationToken cancel)
    {
        Measures =
        [
            .. (await equity.Measures(cancel)).Select(measure => new Choice(
                measure,
                GroupWords.Name(T, measure)
            )),
        ];
        if (group == New)
        {
            return true;
        }

        if (!Id.TryParse<StakeholderGroupId>(group, out var id))
        {
            return false;
        }

        Group = (await engagement.Groups(cancel)).FirstOrDefault(one => one.Id == id);
        Stands = (await engagement.Stands(cancel)).GetValueOrDefault(id) ?? [];
        HeardIn =
        [
            .. (await engagement.Activities(cancel)).Where(activity =>
                activity.Counts.Any(count => count.Group == id && count.Heard is > 0)
            ),
        ];
        return Group is not null;
    }

    private IEnumerable<Choice> Choices<T>(string words)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(one => new Choice(one.ToString(), this.T[words + one]));
}
