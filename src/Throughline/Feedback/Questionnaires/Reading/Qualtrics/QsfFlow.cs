using System.Text.Json;

namespace Throughline.Feedback.Questionnaires.Reading.Qualtrics;

/// <summary>In which order the blocks are asked, and under which condition; what else happens on the way is told.</summary>
internal sealed class QsfFlow(Losses losses)
{
    private readonly List<(string Block, DraftCondition? ShowIf)> blocks = [];

    /// <summary>No flow, as in old files, is the blocks as they stand: null.</summary>
    public IReadOnlyList<(string Block, DraftCondition? ShowIf)>? Of(JsonElement? flow)
    {
        if (flow?.Find("Flow") is not { } steps)
        {
            return null;
        }

        Walk(steps, null);
        return blocks;
    }

    /// <summary>No deeper than the JSON may be.</summary>
    private void Walk(JsonElement steps, DraftCondition? under)
    {
        foreach (var (_, step) in new JsonElement?(steps).Entries())
        {
            var kind = step.Name("Type");
            switch (kind)
            {
                case "Block" or "Standard":
                    blocks.Add((step.Name("ID"), under));
                    SourceLimits.Count(blocks.Count, SourceLimits.MostQuestions, "Flow");
                    continue;
                case "Branch":
                    var branch = QsfLogic.Read(step.Find("BranchLogic"));
                    // Two conditions at once are more than ours can say.
                    under = Inside(step, under, branch);
                    continue;
                case "Group" or "Root":
                    break;
                default:
                    losses.Add(ReadingSentences.PartLeftOut("Flow: " + kind, 1));
                    break;
            }

            if (step.Find("Flow") is { } inner)
            {
                Walk(inner, under);
            }
        }
    }

    private DraftCondition? Inside(JsonElement step, DraftCondition? under, DraftCondition? branch)
    {
        if (step.Find("Flow") is { } inner)
        {
            Walk(
                inner,
                (under, branch) switch
                {
                    (null, _) => branch,
                    (_, null) => under,
                    _ => DraftCondition.Other($"{under!.Source} + {branch!.Source}"),
                }
            );
        }

        return under;
    }
}
