using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Respondents;
using Throughline.Engagement;
using Throughline.Engagement.Communications;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Engagement;

/// <summary>One thing that is told, with the questions that are expected; <c>new</c> plans one.</summary>
[Needs(EngagementPermissions.Write)]
public sealed class CommunicationModel(
    CommunicationQueries communications,
    EngagementQueries engagement,
    DecisionQueries decisions,
    PlanQueries plans,
    RespondentWords words,
    KeepCommunication keep,
    SettleCommunication settle,
    RemoveCommunication remove
) : DistrictPage
{
    private const string New = "new";
    private const int Blank = 1;

    public sealed class QuestionFields
    {
        public string? Question { get; set; }

        public string? Answer { get; set; }

        public bool IsPublic { get; set; }
    }

    public sealed class Fields
    {
        public int Version { get; set; }

        public string? Subject { get; set; }

        public StakeholderGroupId? Audience { get; set; }

        public DecisionId? Decision { get; set; }

        public string? KeyMessage { get; set; }

        public CommunicationChannel Channel { get; set; }

        public string? Messenger { get; set; }

        public string? Language { get; set; }

        public DateOnly? On { get; set; }

        public List<QuestionFields> Questions { get; set; } = [];
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where somebody came from a decision.</summary>
    [BindProperty(SupportsGet = true)]
    public DecisionId? Decision { get; set; }

    public CommunicationView? Communication { get; private set; }

    public IReadOnlyList<Choice> Audiences { get; private set; } = [];

    public IReadOnlyList<Choice> Decisions { get; private set; } = [];

    public IReadOnlyList<string> TeamNames { get; private set; } = [];

    public IEnumerable<Choice> Channels =>
        Enum.GetNames<CommunicationChannel>()
            .Select(name => new Choice(name, T["engagement.communication.channel." + name]));

    public IEnumerable<Choice> Languages =>
        words.Languages.Select(tag => new Choice(tag, words.In(tag).OwnName));

    public async Task<IActionResult> OnGet(string communication, CancellationToken cancel)
    {
        if (!await Load(communication, cancel))
        {
            return NotFound();
        }

        Input.Decision = Decision;
        if (Communication is { } one)
        {
            Input = new Fields
            {
                Version = one.Version,
                Subject = one.Subject,
                Audience = one.AudienceId,
                Decision = one.DecisionId,
                KeyMessage = one.KeyMessage,
                Channel = one.Channel,
                Messenger = one.Messenger,
                Language = one.Language,
                On = one.On,
                Questions =
                [
                    .. one.Questions.Select(asked => new QuestionFields
                    {
                        Question = asked.Question,
                        Answer = asked.Answer,
                        IsPublic = asked.IsPublic,
                    }),
                ],
            };
        }

        AddBlank();
        return Page();
    }

    public async Task<IActionResult> OnPost(
        string communication,
        bool more,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        CommunicationId? known = null;
        if (communication != New)
        {
            if (!Id.TryParse<CommunicationId>(communication, out var id))
            {
                return NotFound();
            }

            known = id;
        }

        var input = new KeepCommunication.Input
        {
            Id = known,
            Version = Input.Version,
            Subject = Input.Subject,
            Audience = Input.Audience,
            Decision = Input.Decision,
            KeyMessage = Input.KeyMessage,
            Channel = Input.Channel,
            Messenger = Input.Messenger,
            Language = Input.Language,
            On = Input.On,
            Questions =
            [
                .. Input.Questions.Select(asked => new KeepCommunication.Asked(
                    asked.Question,
                    asked.Answer,
                    asked.IsPublic
                )),
            ],
        };
        return await Answer(
            await keep.Do(input, Doing(), cancel),
            kept =>
                LocalRedirect(
                    At(null, more ? $"feedback/communications/{kept}" : "feedback/communications")
                ),
            async () =>
            {
                if (!await Load(communication, cancel))
                {
                    return NotFound();
                }

                Input.Version = FormVersion(Input.Version, Communication?.Version ?? 0);
                return Page();
            }
        );
    }

    public async Task<IActionResult> OnPostSettle(
        CommunicationId communication,
        bool told,
        CancellationToken cancel
    ) =>
        await Answer(
            await settle.Do(new(communication, told ? Today : null), Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/communications/{communication}")),
            () => Task.FromResult<IActionResult>(NotFound())
        );

    public async Task<IActionResult> OnPostRemove(
        CommunicationId communication,
        CancellationToken cancel
    ) =>
        await Answer(
            await remove.Do(communication, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/communications?removed={communication}")),
            () => Task.FromResult<IActionResult>(NotFound())
        );

    private void AddBlank()
    {
        var room = KeepCommunication.MostQuestions - Input.Questions.Count;
        Input.Questions.AddRange(
            Enumerable.Range(0, Math.Clamp(room, 0, Blank)).Select(_ => new QuestionFields())
        );
    }

    private async Task<bool> Load(string communication, CancellationToken cancel)
    {
        if (communication != New)
        {
            Communication = Id.TryParse<CommunicationId>(communication, out var id)
                ? (await communications.All(cancel)).FirstOrDefault(one => one.Id == id)
                : null;
            if (Communication is null)
            {
                return false;
            }
        }

        Audiences =
        [
            .. (await engagement.Groups(cancel)).Select(group => new Choice(
                group.Id.ToString(),
                group.Name
            )),
        ];
        Decisions =
        [
            .. (await decisions.All(cancel: cancel))
                .Where(one => one.School is null)
                .Select(one => new Choice(one.Id.ToString(), one.Question)),
        ];
        TeamNames =
        [
            .. (await plans.Team(cancel)).Members.Select(member => member.Name).Distinct(),
        ];
        return true;
    }
}
