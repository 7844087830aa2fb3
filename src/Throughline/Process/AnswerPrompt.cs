using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Process;

/// <summary>Writes or changes the team's answer to one question. An empty text clears it; the history keeps what was there.</summary>
public sealed class AnswerPrompt(ThroughlineDb db, ProcessLibrary library) : IUseCase
{
    public sealed record Input(
        string StepCode,
        string PromptCode,
        string? Text,
        int Version,
        SchoolId? School = null
    );

    /// <summary>Answers the version that is stored now.</summary>
    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var step = (await library.Of(db.District, cancel)).FindStep(input.StepCode);
                if (
                    step?.Prompts.FirstOrDefault(prompt => prompt.Code == input.PromptCode)
                        is not { } prompt
                    || !await db.KnowsSchool(input.School, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                var text = (input.Text ?? "").ReplaceLineEndings("\n").Trim();
                if (Refusal(prompt, text, input) is { } refusal)
                {
                    return refusal;
                }

                var answer = await db.Set<PromptAnswer>()
                    .FirstOrDefaultAsync(
                        row =>
                            row.StepCode == input.StepCode
                            && row.PromptCode == input.PromptCode
                            && row.SchoolId == input.School,
                        cancel
                    );
                if ((answer?.Text ?? "") == text)
                {
                    return answer?.Version ?? 0;
                }

                if ((answer?.Version ?? 0) != input.Version)
                {
                    return new Conflict(
                        answer?.Version ?? 0,
                        new Dictionary<string, string?> { [prompt.Code] = answer?.Text }
                    );
                }

                answer ??= Added(input);
                answer.Write(text, doing);
                db.Happened("answer.written", answer);
                return answer.Version + 1;
            },
            cancel
        );

    private PromptAnswer Added(Input input)
    {
        var answer = new PromptAnswer
        {
            DistrictId = db.District!.Value,
            Id = Id.New<PromptAnswerId>(),
            StepCode = input.StepCode,
            PromptCode = input.PromptCode,
            SchoolId = input.School,
        };
        db.Add(answer);
        return answer;
    }

    private static Refusal? Refusal(Prompt prompt, string text, Input input)
    {
        var field = $"Answers[{input.PromptCode}]";
        return text.Length > PromptAnswer.TextLimit
                ? Outcome.Refused(ProcessSentences.AnswerTooLong, field)
            : prompt.Kind == PromptKind.Choice
            && text.Length > 0
            && prompt.Choices.All(choice => choice.Code != text)
                ? Outcome.Refused(ProcessSentences.ChooseOne, field)
            : null;
    }
}
