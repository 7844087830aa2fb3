using Throughline.Process;
using Throughline.Process.Content;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>7: what the team wrote down on its way, phase by phase; what it has not agreed to is marked as a draft.</summary>
internal static class AnswerSection
{
    public static IReadOnlyList<Block> Of(PlanMaterial material)
    {
        var blocks = new List<Block>();
        var answers = material
            .Answers.Where(answer =>
                answer.Text.Length > 0
                && (material.Wanted.WithDrafts || answer.Status == AnswerStatus.Agreed)
            )
            .ToLookup(answer => (answer.StepCode, answer.PromptCode));
        foreach (var phase in material.Edition.Phases)
        {
            var steps = phase
                .Actions.SelectMany(action => action.Steps)
                .Where(step =>
                    step.Prompts.Any(prompt => answers.Contains((step.Code, prompt.Code)))
                )
                .ToList();
            if (steps.Count > 0)
            {
                blocks.Add(new Heading(2, phase.Title));
            }

            foreach (var step in steps)
            {
                blocks.Add(new Heading(3, step.Title));
                blocks.AddRange(
                    from prompt in step.Prompts
                    from answer in answers[(step.Code, prompt.Code)]
                    from block in BlocksOf(material, prompt, answer)
                    select block
                );
            }
        }

        return blocks.Count > 0 ? blocks : [new Gap(material.T["publishing.gap.no-answers"])];
    }

    /// <summary>A list prompt's answer has an item to the line; a choice's is the code of what was chosen.</summary>
    private static IEnumerable<Block> BlocksOf(
        PlanMaterial material,
        Prompt prompt,
        AnswerView answer
    )
    {
        var question = prompt.QuestionFor(
            material.Wanted.School is null ? ContentLevel.System : ContentLevel.School
        );
        if (prompt.Kind == PromptKind.List)
        {
            yield return new Paragraph("", question);
            yield return new Listing([
                .. answer.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)),
            ]);
        }
        else
        {
            yield return new Paragraph(
                prompt.Choices.FirstOrDefault(choice => choice.Code == answer.Text)?.Title
                    ?? answer.Text,
                question
            );
        }

        if (answer.Status == AnswerStatus.Draft)
        {
            yield return new Paragraph(material.Say("answer-draft"), Quiet: true);
        }
    }
}
