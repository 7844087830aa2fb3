using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>8: what the plan does not say yet, in sentences, so that nobody has to find it out by what is missing.</summary>
internal static class OpenSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var open = new List<string>();
        foreach (var gap in material.Direction.Gaps)
        {
            // The page tells the team what to do about it; the document tells a reader that it is so.
            var own = gap.Words.Key.Replace(
                "direction.gap.",
                "publishing.gap.",
                StringComparison.Ordinal
            );
            if (material.T.Has(own))
            {
                open.Add(material.T[own, gap.Words.Values]);
            }
            else if (material.T.Has(gap.Words.Key))
            {
                open.Add(material.T[gap.Words]);
            }
        }

        void Count(string key, int count)
        {
            if (count > 0)
            {
                open.Add(material.T.Count("publishing.gap." + key, count));
            }
        }

        var gaps = material.Gaps;
        Count("without-decider", gaps.WithoutDecider.Count);
        Count("past-needed-by", gaps.PastNeededBy.Count);
        Count("nobody-told", gaps.NobodyTold.Count);
        Count("without-owner", gaps.WithoutOwner.Count);
        Count("without-due", gaps.WithoutDue.Count);
        Count("late", gaps.Late.Count);
        Count("support-unmet", gaps.SupportUnmet.Count);
        open.AddRange(
            material
                .Plan.Alignment.Where(item => item is { IsClash: true, Given: not null })
                .Select(item =>
                    material.T[
                        "plan.alignment.document." + item.Kind,
                        item.About,
                        item.GivenOutcome,
                        item.HereOutcome
                    ]
                )
        );
        return open.Count == 0
            ? [new Paragraph(material.Say("nothing-open"))]
            : [new Paragraph(material.Say("open-lead")), new Listing(open)];
    }
}
