using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Process;

public sealed record AnswerView(
    PromptAnswerId Id,
    string StepCode,
    string PromptCode,
    string Text,
    AnswerStatus Status,
    PersonId WrittenBy,
    DateTime WrittenAt,
    int Version
);

public sealed record StepDone(
    string StepCode,
    PersonId DoneBy,
    DateTime DoneAt,
    string? NobodyAskedBecause = null
);

/// <summary>How far a team is: what is done, where it began, what comes next.</summary>
public sealed record ProcessProgress(
    IReadOnlyDictionary<string, StepDone> Done,
    IReadOnlyDictionary<string, int> Answered,
    string? Start
)
{
    /// <summary>The first open step from the starting point on, then from the front; null when all is done.</summary>
    public Step? Next(ProcessEdition edition)
    {
        var steps = edition.Steps.ToList();
        var from = Math.Max(0, steps.FindIndex(step => step.Code == Start));
        return steps
            .Skip(from)
            .Concat(steps.Take(from))
            .FirstOrDefault(step => !Done.ContainsKey(step.Code));
    }
}

public sealed class ProcessQueries(ThroughlineDb db) : IQueries
{
    /// <param name="school">Null: the district's own.</param>
    public async Task<ProcessProgress> Progress(
        SchoolId? school = null,
        CancellationToken cancel = default
    )
    {
        var done = await db.Set<StepCompletion>()
            .AsNoTracking()
            .Where(row => row.SchoolId == school)
            .Select(row => new StepDone(
                row.StepCode,
                row.DoneBy,
                row.DoneAt,
                row.NobodyAskedBecause
            ))
            .ToListAsync(cancel);
        var answered = await db.Set<PromptAnswer>()
            .AsNoTracking()
            .Where(row => row.SchoolId == school && row.Text != "")
            .GroupBy(row => row.StepCode)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        // The starting questions are asked once, of the district.
        var start = school is null
            ? await db.Set<StartingPointAnswers>()
                .AsNoTracking()
                .Select(row => row.StepCode)
                .FirstOrDefaultAsync(cancel)
            : null;
        return new ProcessProgress(
            done.DistinctBy(row => row.StepCode).ToDictionary(row => row.StepCode),
            answered,
            start
        );
    }

    public Task<List<AnswerView>> Answers(
        string stepCode,
        SchoolId? school = null,
        CancellationToken cancel = default
    ) =>
        View(
                db.Set<PromptAnswer>()
                    .Where(row => row.StepCode == stepCode && row.SchoolId == school)
            )
            .ToListAsync(cancel);

    public Task<List<AnswerView>> AllAnswers(
        SchoolId? school = null,
        CancellationToken cancel = default
    ) =>
        View(db.Set<PromptAnswer>().Where(row => row.SchoolId == school && row.Text != ""))
            .ToListAsync(cancel);

    /// <summary>The answers that one person wrote at one moment, and nobody since: the district's, or a school's.</summary>
    public Task<List<AnswerView>> WrittenAt(
        PersonId who,
        DateTime when,
        SchoolId? school = null,
        CancellationToken cancel = default
    ) =>
        View(
                db.Set<PromptAnswer>()
                    .Where(row =>
                        row.SchoolId == school && row.WrittenBy == who && row.WrittenAt == when
                    )
            )
            .ToListAsync(cancel);

    public async Task<IReadOnlyList<string>> StartingAnswers(CancellationToken cancel = default) =>
        (
            await db.Set<StartingPointAnswers>()
                .AsNoTracking()
                .Select(row => row.Answers)
                .FirstOrDefaultAsync(cancel)
        )?.Split(',') ?? [];

    private static IQueryable<AnswerView> View(IQueryable<PromptAnswer> rows) =>
        rows.AsNoTracking()
            .Select(row => new AnswerView(
                row.Id,
                row.StepCode,
                row.PromptCode,
                row.Text,
                row.Status,
                row.WrittenBy,
                row.WrittenAt,
                row.Version
            ));
}
