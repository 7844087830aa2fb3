using Throughline.Direction;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>2: the vision and where it stands, what follows from it, what the team believes, what the district put first before.</summary>
internal static class VisionSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        Vision(material, blocks);
        Lines(material, blocks, "statements", material.Direction.Statements);
        Lines(material, blocks, "beliefs", material.Direction.Beliefs);
        Lines(material, blocks, "priorities", material.Direction.Priorities);
        return blocks;
    }

    private static void Vision(PlanMaterial material, List<Block> blocks)
    {
        if (material.Direction.Vision is not { Text.Length: > 0 } vision)
        {
            blocks.Add(new Gap(material.T["publishing.gap.no-vision"]));
            return;
        }

        blocks.Add(new LargeSentence(vision.Text));
        switch (vision.Status)
        {
            case VisionStatus.Adopted:
                blocks.Add(
                    new Paragraph(
                        vision.AdoptedOn is { } day
                            ? material.Say("adopted", vision.AdoptingBody, day)
                            : material.Say("adopted-by", vision.AdoptingBody),
                        Quiet: true
                    )
                );
                break;
            case VisionStatus.Shared:
                blocks.Add(new Gap(material.T["publishing.gap.vision-not-adopted"]));
                break;
            default:
                blocks.Add(new Gap(material.T["publishing.gap.vision-not-shared"]));
                break;
        }

        foreach (var revisit in material.Direction.VisionRevisits)
        {
            var key = revisit.Result == RevisitResult.Kept ? "revisit-kept" : "revisit-changed";
            blocks.Add(new Paragraph(material.Say(key, revisit.On, revisit.Reason), Quiet: true));
        }
    }

    private static void Lines(
        PlanMaterial material,
        List<Block> blocks,
        string key,
        IReadOnlyList<LineView> lines
    )
    {
        if (lines.Count == 0)
        {
            return;
        }

        blocks.Add(new Heading(2, material.Say(key)));
        blocks.Add(
            new Listing([
                .. lines.Select(line =>
                    string.IsNullOrEmpty(line.Source)
                        ? line.Text
                        : material.Say("line-source", line.Text, line.Source)
                ),
            ])
        );
    }
}
