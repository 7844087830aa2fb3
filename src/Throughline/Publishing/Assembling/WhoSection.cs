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
        Arrangement(material, blocks);
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

    /// <summary>How the district and its schools share the planning.</summary>
    private static void Arrangement(PlanMaterial material, List<Block> blocks)
    {
        if (material.Plan.Arrangement is not { } arrangement)
        {
            return;
        }

        blocks.Add(new Heading(2, material.Say("arrangement.title")));
        blocks.Add(new Paragraph(material.T["plan.organization.way." + arrangement.Way]));
        (string Key, string? Text)[] shares =
        [
            ("by-district", arrangement.ByDistrict),
            ("by-schools", arrangement.BySchools),
            ("together", arrangement.Together),
            ("reason", arrangement.Reason),
        ];
        blocks.Add(
            new Facts([
                .. from share in shares
                where !string.IsNullOrEmpty(share.Text)
                select new Fact(material.Say("arrangement." + share.Key), share.Text),
            ])
        );
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
