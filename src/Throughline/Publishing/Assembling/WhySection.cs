using Throughline.Direction;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>1: whom this is for: the schools, the groups that are left out today, what the team values.</summary>
internal static class WhySection
{
    private const int Least = GroupCount.Least;

    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        Schools(material, blocks);
        Equity(material, blocks);
        Values(material, blocks);
        return blocks;
    }

    private static void Schools(PlanMaterial material, List<Block> blocks)
    {
        IReadOnlyList<SchoolLine> schools = material.School is { } one ? [one] : material.Schools;
        if (schools.Count == 0)
        {
            blocks.Add(new Gap(material.Say("no-schools")));
            return;
        }

        blocks.Add(
            new Grid(
                material.Say("schools"),
                [
                    material.Say("column.school"),
                    material.Say("column.grades"),
                    material.Say("column.students"),
                ],
                [
                    .. schools.Select(
                        IReadOnlyList<string> (school) =>
                            [
                                school.Name,
                                school.Grades.Replace(",", ", ", StringComparison.Ordinal),
                                StudentsOf(material, school),
                            ]
                    ),
                ]
            )
        );
    }

    private static string StudentsOf(PlanMaterial material, SchoolLine school) =>
        school.Students switch
        {
            null => material.Say("not-reported"),
            < Least => material.Say("fewer-than-ten"),
            { } students => material.Say(
                "in-year",
                material.T.Number(students),
                YearOf(school.EndYear!.Value)
            ),
        };

    private static void Equity(PlanMaterial material, List<Block> blocks)
    {
        blocks.Add(new Heading(2, material.Say("equity")));
        if (material.Direction.Equity is not { } equity)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-equity-goal"]));
            return;
        }

        blocks.Add(new Paragraph(equity.Statement));
        if (equity.Groups.Count == 0)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-equity-group"]));
            return;
        }

        blocks.Add(
            new Grid(
                material.Say("equity-groups"),
                [
                    material.Say("column.group"),
                    material.Say("column.grades"),
                    material.Say("column.students"),
                ],
                [
                    .. equity.Groups.Select(
                        IReadOnlyList<string> (group) =>
                            [
                                GroupName(material, group.Measure),
                                group.Grades ?? material.Say("all-grades"),
                                CountOf(material, group.Count),
                            ]
                    ),
                ]
            )
        );
    }

    private static void Values(PlanMaterial material, List<Block> blocks)
    {
        blocks.Add(new Heading(2, material.Say("values")));
        var values = material.Direction.Values;
        if (values.Team.Count == 0)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-values"]));
            return;
        }

        blocks.Add(
            new Listing(
                [.. values.InTeamOrder.Select(value => $"{value.Name}: {value.Description}")],
                Numbered: true
            )
        );
        blocks.Add(new Paragraph(values.Attribution, Quiet: true));
    }

    private static string GroupName(PlanMaterial material, string measure)
    {
        var key = "measure." + measure.Replace(':', '-');
        return material.T.Has(key) ? material.T[key] : measure[(measure.IndexOf(':') + 1)..];
    }

    private static string CountOf(PlanMaterial material, GroupCount count)
    {
        var total = count.Total is { } all
            ? material.T.Number(all)
            : material.Say("fewer-than-ten");
        var words = count.Kind switch
        {
            GroupCountKind.Exact => material.Say("of", material.T.Number(count.Count ?? 0), total),
            GroupCountKind.FewerThanTen => material.Say(
                "of",
                material.Say("fewer-than-ten"),
                total
            ),
            GroupCountKind.AllButFewerThanTen => material.Say("all-but", total),
            GroupCountKind.HeldBack => material.Say("held-back"),
            _ => material.Say("not-reported"),
        };
        return count.EndYear is { } year ? material.Say("in-year", words, YearOf(year)) : words;
    }

    private static string YearOf(int endYear) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{endYear - 1}–{endYear % 100:00}"
        );
}
