using Microsoft.AspNetCore.Mvc;
using Throughline.Plan;
using Throughline.Process.Content;

namespace Throughline.App.Pages.Plan;

/// <summary>One starter as the page shows it, and whether the plan has it.</summary>
public sealed record StarterView(string Code, string Text, string Note, string Who, bool IsThere);

/// <summary>Typical decisions to choose from.</summary>
[Needs(PlanPermissions.Write, Read = PlanPermissions.Write)]
public sealed class StartersModel(
    PlanQueries plans,
    DecisionQueries decisions,
    ContentFolder content,
    CopyStarterDecisions copy
) : PlanPage(plans)
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<StarterView> Starters { get; private set; } = [];

    public bool Unreviewed { get; private set; }

    public async Task OnGet() => await Load();

    public async Task<IActionResult> OnPost()
    {
        var starters = Read()
            .Decisions.Where(starter => Chosen.Contains(starter.Code))
            .Select(starter => new CopyStarterDecisions.Starter(starter.Code, DraftOf(starter)))
            .ToList();
        return await Answer(
            await copy.Do(new(starters, Place), Doing()),
            _ => Redirect(Here("plan/decisions")),
            async () =>
            {
                await Load();
                return Page();
            }
        );
    }

    private DecisionStarters Read() =>
        content.Decisions(PlanContent.ProcessOf(District.ProcessEdition), T.Language);

    private string Role(string code) => T["plan.role." + code];

    private DecisionDraft DraftOf(DecisionStarter starter)
    {
        string Roles(IReadOnlyList<string> codes) => string.Join('\n', codes.Select(Role));
        return new DecisionDraft
        {
            Question = starter.Question,
            Level = starter.Level == ContentLevel.School ? PlanLevel.School : PlanLevel.System,
            LevelReason = starter.Reason,
            Decider = Role(starter.Decider),
            Recommend = Roles(starter.Recommends),
            Advise = Roles(starter.Advises),
            Inform = Roles(starter.Informed),
            LeadDays = starter.LeadDays,
            BroadSupport = starter.NeedsBroadSupport,
            Consult = starter.NeedsBroadSupport ? Roles(starter.Advises) : null,
        };
    }

    private async Task Load()
    {
        await Enter();
        var there = (await decisions.Of(Place)).Select(one => one.Question).ToHashSet();
        var read = Read();
        Unreviewed = !read.Wording.IsReviewed;
        Starters =
        [
            .. read.Decisions.Select(starter => new StarterView(
                starter.Code,
                starter.Question,
                starter.Reason,
                Role(starter.Decider),
                there.Contains(starter.Question)
            )),
        ];
    }
}

internal static class PlanContent
{
    /// <summary>The process of an edition: <c>pathway</c> of <c>pathway/2026.1</c>.</summary>
    public static string ProcessOf(string edition) => edition.Split('/')[0];
}
