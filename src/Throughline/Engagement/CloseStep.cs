using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process;

namespace Throughline.Engagement;

/// <summary>
/// Calls a step of the district done. Where nobody was asked in it the team says why, and the reason stands beside the step wherever its
/// voices are shown. A school's step is closed as it is: who was asked is counted for the district.
/// </summary>
public sealed class CloseStep(LedgerQueries ledgers, CompleteStep complete) : IUseCase
{
    public sealed record Input(string StepCode, SchoolId? School, string? Because);

    public async Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var isAsked =
            input.School is not null
            || (await ledgers.Of([input.StepCode], cancel)).Steps[0].IsAsked;
        return !isAsked && string.IsNullOrWhiteSpace(input.Because)
            ? Outcome.Refused(EngagementSentences.SayWhyNobodyWasAsked, nameof(input.Because))
            : await complete.Do(
                new(input.StepCode, true, input.School, isAsked ? null : input.Because),
                doing,
                cancel
            );
    }
}
