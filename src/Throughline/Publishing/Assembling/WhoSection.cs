using Throughline.People;
using Throughline.Plan;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>6: who is in the team, who holds what, and the support that they asked for.</summary>
internal static class WhoSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        Team(material, blocks);
        var held = material.Plan.Responsibilities;
        if (held.Count == 0)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-responsibilities"]));
            return blocks;
        }

        blocks.Add(
            new Grid(
                material.Say("responsibilities"),
                [
                    material.Say("column.responsibility"),
                    material.Say("column.who"),
                    material.Say("column.by"),
                    material.Say("column.support"),
                ],
                [
                    .. held.Select(
                        IReadOnlyList<string> (line) =>
                            [
                                line.What,
                                material.Named(line.HolderId, line.Holder)
                                    ?? material.Say("nobody"),
                                material.DayOr(line.Due, "no-day"),
                                SupportOf(material, line),
                            ]
                    ),
                ]
            )
        );
        return blocks;
    }

    /// <summary>Names and parts where names are shown; otherwise how many have which part.</summary>
    private static void Team(PlanMaterial material, List<Block> blocks)
    {
        blocks.Add(new Heading(2, material.Say("team")));
        if (material.Team.Count == 0)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-team"]));
            return;
        }

        string PartOf(People.TeamMember member) =>
            member.TeamRole is { } part && material.T.Has(TeamWords.TeamRoleKey(part))
                ? material.T[TeamWords.TeamRoleKey(part)]
                : material.Say("no-part");
        blocks.Add(
            new Listing(
                material.Wanted.ShowNames
                    ?
                    [
                        .. material
                            .Team.Select(member => $"{member.Name}, {PartOf(member)}")
                            .Distinct(),
                    ]
                    :
                    [
                        .. material
                            .Team.GroupBy(PartOf)
                            .Select(part =>
                                part.Count() == 1
                                    ? part.Key
                                    : material.Say("part-count", part.Key, part.Count())
                            ),
                    ]
            )
        );
    }

    private static string SupportOf(PlanMaterial material, ResponsibilityView line) =>
        line.Support.Count == 0
            ? "–"
            : string.Join(
                "\n",
                line.Support.Select(need => material.Say("support." + need.State, need.What))
            );
}
