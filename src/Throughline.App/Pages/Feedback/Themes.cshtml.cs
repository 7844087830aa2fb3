using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.SignIn;
using Throughline.Direction;
using Throughline.Feedback;
using Throughline.Feedback.Themes;
using Throughline.Kernel;
using Throughline.Plan;

namespace Throughline.App.Pages.Feedback;

/// <summary>What people said, by themes, and what became of each; <c>?edit=…</c> opens one.</summary>
[Needs(FeedbackPermissions.Ask)]
public sealed class ThemesModel(
    FeedbackQueries feedback,
    ThemeQueries themes,
    VisionQueries visions,
    GoalQueries goals,
    DecisionQueries decisions,
    DisposeTheme dispose,
    AnswerBack answerBack,
    Site site
) : FeedbackPage(feedback)
{
    public sealed class Fields
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public string? Summary { get; set; }

        public Disposition? Disposition { get; set; }

        public string? Reason { get; set; }

        public string? Changed { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public ThemeId? Edit { get; set; }

    public RoundView Round { get; private set; } = null!;

    public IReadOnlyList<ThemeView> All { get; private set; } = [];

    public IReadOnlyList<Choice> Sentences { get; private set; } = [];

    public int Texts { get; private set; }

    public int Unread { get; private set; }

    public IEnumerable<Choice> Dispositions =>
        Enum.GetValues<Disposition>()
            .Select(one => new Choice(
                one.ToString(),
                T["feedback.disposition." + one],
                T["feedback.disposition-hint." + one]
            ));

    public bool IsEdited(ThemeView theme) => MayWrite && Edit == theme.Id;

    public async Task<IActionResult> OnGet(FeedbackRoundId round, CancellationToken cancel)
    {
        if (!await Load(round, cancel))
        {
            return NotFound();
        }

        if (All.FirstOrDefault(IsEdited) is { } theme)
        {
            Input = new Fields
            {
                Version = theme.Version,
                Name = theme.Name,
                Summary = theme.Summary,
                Disposition = theme.Disposition,
                Reason = theme.Reason,
                Changed = theme.Changed is { } kind
                    ? $"{kind.ToString().ToLowerInvariant()}:{theme.ChangedId}"
                    : null,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(
        FeedbackRoundId round,
        ThemeId theme,
        CancellationToken cancel
    )
    {
        ForgetBindingErrors();
        var input = new DisposeTheme.Input(
            theme,
            Input.Version,
            Input.Name,
            Input.Summary,
            Input.Disposition,
            Input.Reason,
            Input.Changed
        );
        return await Answer(
            await dispose.Do(input, Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}/themes#theme-{theme}")),
            async () =>
            {
                Edit = theme;
                if (!await Load(round, cancel))
                {
                    return NotFound();
                }

                var stored = All.FirstOrDefault(IsEdited)?.Version ?? 0;
                Input.Version = FormVersion(Input.Version, stored);
                return Page();
            }
        );
    }

    [Needs(Role.Lead)]
    public async Task<IActionResult> OnPostTell(FeedbackRoundId round, CancellationToken cancel) =>
        await Answer(
            await answerBack.Do(new(round, site.AddressFor(Request)), Doing(), cancel),
            _ => LocalRedirect(At(null, $"feedback/{round}/themes")),
            async () => await Load(round, cancel) ? Page() : NotFound()
        );

    private async Task<bool> Load(FeedbackRoundId id, CancellationToken cancel)
    {
        if (
            await Queries.Round(id, cancel) is not { } round
            || await Queries.Questionnaire(id, round.Edition, cancel) is not { } form
        )
        {
            return false;
        }

        Round = round;
        All = await themes.Of(id, cancel);
        var texts = await themes.Texts(id, form, cancel);
        Texts = texts.Count;
        Unread = texts.Count(text => !text.IsRead);
        Sentences = await Said(cancel);
        return true;
    }

    /// <summary>The sentences of the plan that feedback can change.</summary>
    private async Task<IReadOnlyList<Choice>> Said(CancellationToken cancel)
    {
        var choices = new List<Choice>();
        if (await visions.Current(cancel: cancel) is { } vision)
        {
            choices.Add(
                new Choice(
                    $"vision:{vision.Id.Value}",
                    vision.Text,
                    Group: T["feedback.themes.group.vision"]
                )
            );
        }

        choices.AddRange(
            (await goals.All(T.Language, cancel)).Select(goal => new Choice(
                $"goal:{goal.Id.Value}",
                goal.Statement,
                Group: T["feedback.themes.group.goals"]
            ))
        );
        choices.AddRange(
            (await decisions.All(cancel)).Select(decision => new Choice(
                $"decision:{decision.Id.Value}",
                decision.Question,
                Group: T["feedback.themes.group.decisions"]
            ))
        );
        return choices;
    }
}
