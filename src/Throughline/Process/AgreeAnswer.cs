using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Process;

/// <summary>The team says yes to an answer as it stands.</summary>
public sealed class AgreeAnswer(ThroughlineDb db) : IUseCase
{
    public sealed record Input(
        string StepCode,
        string PromptCode,
        int Version,
        SchoolId? School = null
    );

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var answer = await db.Set<PromptAnswer>()
                    .FirstOrDefaultAsync(
                        row =>
                            row.StepCode == input.StepCode
                            && row.PromptCode == input.PromptCode
                            && row.SchoolId == input.School,
                        cancel
                    );
                if (answer is null)
                {
                    return Outcome.Unknown;
                }

                if (answer.Text.Length == 0)
                {
                    return Outcome.Refused(
                        ProcessSentences.NothingToAgree,
                        $"Answers[{input.PromptCode}]"
                    );
                }

                if (answer.Version != input.Version)
                {
                    return new Conflict(
                        answer.Version,
                        new Dictionary<string, string?> { [answer.PromptCode] = answer.Text }
                    );
                }

                answer.Agree();
                db.Happened("answer.agreed", answer);
                return Outcome.Done;
            },
            cancel
        );
}
