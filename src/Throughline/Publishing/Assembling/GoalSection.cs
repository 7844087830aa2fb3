using System.Globalization;
using Throughline.Direction;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>3: the number that the district aims at, and its goals by horizon, each with what it serves and how one will know.</summary>
internal static class GoalSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        Headline(material, blocks);
        var any = false;
        foreach (var horizon in material.Direction.Goals)
        {
            var goals = horizon
                .Goals.Where(goal =>
                    material.Wanted.School is null
                    || goal.School is null
                    || goal.School == material.Wanted.School
                )
                .ToList();
            if (goals.Count == 0)
            {
                continue;
            }

            any = true;
            blocks.Add(new Heading(2, horizon.Name));
            foreach (var goal in goals)
            {
                Goal(material, blocks, goal);
            }
        }

        if (!any)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-goals"]));
        }

        return blocks;
    }

    private static void Headline(PlanMaterial material, List<Block> blocks)
    {
        if (material.Direction.Headline is not { } headline)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-headline"]));
            return;
        }

        string Percent(decimal value) => value.ToString("0.##", material.T.Culture);
        var rule = headline.Definition.Rule;
        blocks.Add(
            new LargeSentence(
                material.Say(
                    "headline",
                    headline.TargetClass.ToString(CultureInfo.InvariantCulture),
                    Percent(headline.TargetPercent)
                )
            )
        );
        blocks.Add(
            new Paragraph(
                material.Say(
                    "headline-rule",
                    rule.Course,
                    rule.LeastGrade,
                    rule.Exam,
                    rule.LeastScore.ToString(CultureInfo.InvariantCulture),
                    Percent(headline.LongRangePercent)
                ),
                Quiet: true
            )
        );
    }

    private static void Goal(PlanMaterial material, List<Block> blocks, GoalView goal)
    {
        blocks.Add(
            new Paragraph(goal.Statement, goal.SchoolName is { } school ? school + ":" : null)
        );
        var said = new List<string>();
        void Add(string? text, string key, params object?[] values)
        {
            if (!string.IsNullOrEmpty(text))
            {
                said.Add(material.Say(key, values));
            }
        }

        Add(goal.Outcome?.Statement, "goal-outcome", goal.Outcome?.Statement);
        var serves = string.Join(
            "; ",
            goal.Statements.Concat(goal.Beliefs)
                .Concat(goal.Priorities)
                .Select(line => line.Text.TrimEnd('.'))
        );
        Add(serves, "goal-serves", serves);
        Add(goal.Measure, "goal-measure", goal.Measure);
        Add(goal.Baseline, "goal-baseline", goal.Baseline);
        Add(goal.Target, "goal-target", goal.Target);
        foreach (var picture in goal.Pictures)
        {
            Add(picture.Text, "goal-picture", picture.HorizonName, picture.Text);
        }

        foreach (var revision in goal.Revisions)
        {
            Add(
                revision.Former,
                "goal-revised",
                DateOnly.FromDateTime(revision.When),
                revision.Former,
                revision.Learned
            );
        }

        Add(goal.IsFinal ? null : "-", "goal-draft");
        if (said.Count > 0)
        {
            blocks.Add(new Listing(said));
        }

        if (goal.Measure is null)
        {
            blocks.Add(new Gap(material.Say("goal-no-measure")));
        }
    }
}
