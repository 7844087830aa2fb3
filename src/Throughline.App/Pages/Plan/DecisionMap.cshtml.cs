using Microsoft.AspNetCore.Mvc;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>Decisions down, people across: who decides, recommends, advises and is told.</summary>
[Needs(PlanPermissions.Write)]
public sealed class DecisionMapModel(PlanQueries plans, DecisionQueries decisions) : PlanPage(plans)
{
    public IReadOnlyList<DecisionView> Decisions { get; private set; } = [];

    /// <summary>Everybody with a part, those with the most first.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Enter();
        Decisions =
        [
            .. (await decisions.Of(Place)).Where(one => one.State != DecisionState.Superseded),
        ];
        People =
        [
            .. Decisions
                .SelectMany(one => one.Inputs.Select(input => input.Name).Append(one.Decider))
                .OfType<string>()
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.CurrentCultureIgnoreCase)
                .Select(group => group.Key),
        ];
        return Page();
    }

    public IEnumerable<string> PartsOf(DecisionView one, string name)
    {
        if (name.Equals(one.Decider, StringComparison.OrdinalIgnoreCase))
        {
            yield return "Decide";
        }

        foreach (
            var input in one.Inputs.Where(input =>
                input.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return input.Part.ToString();
        }
    }
}
