using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Process;

/// <summary>Calls a step done, or open again. Nothing is locked either way.</summary>
public sealed class CompleteStep(ThroughlineDb db, ProcessLibrary library) : IUseCase
{
    public const int ReasonLimit = 1_000;

    /// <param name="NobodyAskedBecause">Why nobody was asked in it.</param>
    public sealed record Input(
        string StepCode,
        bool Done,
        SchoolId? School = null,
        string? NobodyAskedBecause = null
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
                if (
                    (await library.Of(db.District, cancel)).FindStep(input.StepCode) is null
                    || !await db.KnowsSchool(input.School, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                if (input.NobodyAskedBecause?.Length > ReasonLimit)
                {
                    return Outcome.Refused(ProcessSentences.ReasonTooLong, "Because");
                }

                var row = await db.Set<StepCompletion>()
                    .FirstOrDefaultAsync(
                        step => step.StepCode == input.StepCode && step.SchoolId == input.School,
                        cancel
                    );
                if (input.Done && row is null)
                {
                    row = new StepCompletion
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<StepCompletionId>(),
                        StepCode = input.StepCode,
                        SchoolId = input.School,
                        DoneBy = doing.Who,
                        DoneAt = doing.When,
                        NobodyAskedBecause = string.IsNullOrWhiteSpace(input.NobodyAskedBecause)
                            ? null
                            : input.NobodyAskedBecause.Trim(),
                    };
                    db.Add(row);
                    db.Happened("step.done", row);
                }
                else if (!input.Done && row is not null)
                {
                    row.Remove(doing);
                    db.Happened("step.reopened", row);
                }

                return Outcome.Done;
            },
            cancel
        );
}
