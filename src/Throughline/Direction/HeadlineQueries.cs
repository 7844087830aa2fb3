using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

public sealed record HeadlineView(
    HeadlineGoalId Id,
    decimal TargetPercent,
    int TargetClass,
    decimal LongRangePercent,
    DefinitionView Definition,
    IReadOnlyList<DefinitionView> FormerDefinitions,
    int Version
);

/// <summary>What counted as competent, and from when.</summary>
public sealed record DefinitionView(int Number, CompetencyRule Rule, string? Who, DateTime When);

public sealed class HeadlineQueries(ThroughlineDb db, NameQueries people) : IQueries
{
    public async Task<HeadlineView?> Current(CancellationToken cancel = default)
    {
        var scope = Vision.ScopeOf(null);
        var goal = await db.Set<HeadlineGoal>()
            .AsNoTracking()
            .Include(row => row.Definitions)
            .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
        if (goal is null)
        {
            return null;
        }

        var names = await people.Of(goal.Definitions.Select(row => (PersonId?)row.Who), cancel);
        var definitions = goal
            .Definitions.OrderByDescending(row => row.Number)
            .Select(row => new DefinitionView(
                row.Number,
                row.Rule,
                names.GetValueOrDefault(row.Who),
                row.When
            ))
            .ToList();
        return new HeadlineView(
            goal.Id,
            goal.TargetPercent,
            goal.TargetClass,
            goal.LongRangePercent,
            definitions[0],
            definitions[1..],
            goal.Version
        );
    }
}
