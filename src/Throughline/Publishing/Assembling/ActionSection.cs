using Throughline.Plan;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>5: the actions under the goal that each is for.</summary>
internal static class ActionSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var groups = material.Plan.Actions.Where(group => group.Actions.Count > 0).ToList();
        if (groups.Count == 0)
        {
            return [new Gap(material.T["publishing.gap.no-actions"])];
        }

        var blocks = new List<Block>();
        foreach (var group in groups)
        {
            var name = group.Statement ?? material.Say("actions-loose");
            blocks.Add(new Heading(2, name));
            blocks.Add(
                new Grid(
                    material.Say("actions-of", name),
                    [
                        material.Say("column.action"),
                        material.Say("column.who"),
                        material.Say("column.by"),
                        material.Say("column.state"),
                    ],
                    [.. group.Actions.Select(action => RowOf(material, action))],
                    IsNamedAbove: true
                )
            );
        }

        return blocks;
    }

    private static IReadOnlyList<string> RowOf(PlanMaterial material, ActionView action) =>
        [
            action.What,
            material.Named(action.OwnerId, action.Owner) ?? material.Say("nobody"),
            material.DayOr(action.Due, "no-day"),
            StateOf(material, action),
        ];

    private static string StateOf(PlanMaterial material, ActionView action) =>
        action.Status switch
        {
            ActionStatus.Dropped => material.Say("status.Dropped", action.DroppedReason),
            _ when action.Waits => material.Say(
                "status.waits",
                action.WaitsFor!.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ),
            _ when action.IsLate(material.Wanted.Today) => material.Say("status.late"),
            _ => material.Say("status." + action.Status),
        };
}
