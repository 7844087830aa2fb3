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
            new Heading(
                3,
                goal.SchoolName is { } school ? $"{school}: {goal.Statement}" : goal.Statement
            )
        );
        var facts = new List<Fact>();
        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                facts.Add(new Fact(material.Say(key), value));
            }
        }

        Add("goal-outcome", goal.Outcome?.Statement);
        Add(
            "goal-serves",
            string.Join(
                '\n',
                goal.Statements.Concat(goal.Beliefs)
                    .Concat(goal.Priorities)
                    .Select(line => line.Text)
            )
        );
        Add("goal-measure", goal.Measure);
        Add("goal-baseline", goal.Baseline);
        Add("goal-target", goal.Target);
        Add(
            "goal-pictures",
            string.Join(
                '\n',
                goal.Pictures.Where(picture => picture.Text.Length > 0)
                    .Select(picture =>
                        material.Say("goal-picture", picture.HorizonName, picture.Text)
                    )
            )
        );
        foreach (var revision in goal.Revisions)
        {
            Add(
                "goal-former",
                material.Say("goal-until", revision.Former, DateOnly.FromDateTime(revision.When))
            );
            Add("goal-learned", revision.Learned);
        }

        if (facts.Count > 0)
        {
            blocks.Add(new Facts(facts));
        }

        if (!goal.IsFinal)
        {
            blocks.Add(new Paragraph(material.Say("goal-draft"), Quiet: true));
        }

        if (goal.Measure is null)
        {
            blocks.Add(new Gap(material.Say("goal-no-measure")));
        }
    }
}
