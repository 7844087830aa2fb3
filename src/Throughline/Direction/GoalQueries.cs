using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

public sealed class GoalQueries(
    ThroughlineDb db,
    VisionQueries lists,
    NameQueries people,
    ContentFolder content
) : IQueries
{
    /// <summary>Every goal, in order: the system's first, then each school's.</summary>
    public Task<IReadOnlyList<GoalView>> All(string language, CancellationToken cancel = default) =>
        db.Once("direction.goals." + language, () => Read(language, cancel));

    private async Task<IReadOnlyList<GoalView>> Read(string language, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>()
            .AsNoTracking()
            .Include(row => row.Pictures)
            .Include(row => row.Links)
            .Include(row => row.Revisions)
            .AsSplitQuery()
            .OrderBy(row => row.Place)
            .ToListAsync(cancel);
        if (goals.Count == 0)
        {
            return [];
        }

        var schools = await db.Set<School>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .AsNoTracking()
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var around = new Around(
            content.Horizons(language),
            schools,
            await people.Of(
                goals
                    .Select(goal => goal.FinalizedBy)
                    .Concat(
                        goals.SelectMany(goal => goal.Revisions).Select(row => (PersonId?)row.Who)
                    ),
                cancel
            ),
            await lists.Lines(LineKind.Statement, cancel),
            await lists.Lines(LineKind.Belief, cancel),
            await lists.Lines(LineKind.Priority, cancel),
            goals
        );
        return
        [
            .. goals
                .Select(goal => View(goal, around))
                .OrderBy(goal => goal.SchoolName is not null)
                .ThenBy(goal => goal.SchoolName, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Of the system, or of a school.</summary>
    public async Task<IReadOnlyList<GoalView>> Of(
        SchoolId? school,
        string language,
        CancellationToken cancel = default
    ) => [.. (await All(language, cancel)).Where(goal => goal.School == school)];

    public async Task<GoalView?> One(
        GoalId id,
        string language,
        CancellationToken cancel = default
    ) => (await All(language, cancel)).FirstOrDefault(goal => goal.Id == id);

    /// <summary>Each goal by its statement, with the one it leads to: for what needs to know which there are, and no more.</summary>
    public Task<IReadOnlyList<GoalInShort>> InShort(CancellationToken cancel = default) =>
        db.Once<IReadOnlyList<GoalInShort>>(
            "direction.goals-in-short",
            async () =>
            {
                var goals = await db.Set<Goal>()
                    .AsNoTracking()
                    .OrderBy(row => row.Place)
                    .Select(row => new
                    {
                        Goal = new GoalRef(row.Id, row.Statement, row.SchoolId),
                        row.OutcomeId,
                    })
                    .ToListAsync(cancel);
                var all = goals.ToDictionary(row => row.Goal.Id, row => row.Goal);
                return
                [
                    .. goals
                        .OrderBy(row => row.Goal.School is not null)
                        .Select(row => new GoalInShort(
                            row.Goal,
                            row.OutcomeId is { } outcome ? all.GetValueOrDefault(outcome) : null
                        )),
                ];
            }
        );

    /// <summary>The goals by horizon of the district's set, and last those whose horizon the set lacks (code "").</summary>
    public static IReadOnlyList<HorizonGoals> ByHorizon(
        IReadOnlyList<GoalView> goals,
        HorizonSet set
    )
    {
        var known = set.Horizons.Select(horizon => horizon.Code).ToHashSet(StringComparer.Ordinal);
        var grouped = set
            .Horizons.Select(horizon => new HorizonGoals(
                horizon.Code,
                horizon.Name,
                [.. goals.Where(goal => goal.Horizon == horizon.Code)]
            ))
            .ToList();
        var apart = goals.Where(goal => !known.Contains(goal.Horizon)).ToList();
        return apart.Count == 0 ? grouped : [.. grouped, new HorizonGoals("", "", apart)];
    }

    /// <summary>At the end of a phase: the goals that nobody has settled yet.</summary>
    public async Task<IReadOnlyList<GoalRef>> StillDraft(CancellationToken cancel = default) =>
        await db.Set<Goal>()
            .AsNoTracking()
            .Where(row => row.FinalizedAt == null)
            .OrderBy(row => row.Place)
            .Select(row => new GoalRef(row.Id, row.Statement))
            .ToListAsync(cancel);

    private sealed record Around(
        IReadOnlyList<HorizonSet> Sets,
        Dictionary<SchoolId, string> Schools,
        IReadOnlyDictionary<PersonId, string> Names,
        IReadOnlyList<LineView> Statements,
        IReadOnlyList<LineView> Beliefs,
        IReadOnlyList<LineView> Priorities,
        List<Goal> Goals
    );

    private static GoalView View(Goal goal, Around around)
    {
        string? Name(PersonId? who) => who is { } id ? around.Names.GetValueOrDefault(id) : null;
        var outcome = around.Goals.Find(other => other.Id == goal.OutcomeId);
        var order = around.Sets.SelectMany(set => set.Horizons).Select(one => one.Code).ToList();
        return new GoalView(
            goal.Id,
            goal.Statement,
            goal.Kind,
            goal.Horizon,
            Horizons.NameOf(around.Sets, goal.Horizon),
            goal.SchoolId,
            goal.SchoolId is { } school ? around.Schools.GetValueOrDefault(school) : null,
            goal.Measure,
            goal.Baseline,
            goal.Target,
            outcome is null ? null : new GoalRef(outcome.Id, outcome.Statement, outcome.SchoolId),
            goal.Origin,
            goal.FinalizedAt,
            Name(goal.FinalizedBy),
            [
                .. goal
                    .Pictures.Where(picture => picture.Text.Length > 0)
                    .OrderBy(picture => order.IndexOf(picture.Horizon))
                    .Select(picture => new PictureView(
                        picture.Id,
                        picture.Horizon,
                        Horizons.NameOf(around.Sets, picture.Horizon),
                        picture.Text
                    )),
            ],
            Linked(around.Statements, goal.Links.Select(link => link.VisionStatementId?.Value)),
            Linked(around.Beliefs, goal.Links.Select(link => link.CoreBeliefId?.Value)),
            Linked(around.Priorities, goal.Links.Select(link => link.DistrictPriorityId?.Value)),
            [
                .. goal
                    .Revisions.OrderByDescending(row => row.When)
                    .ThenByDescending(row => row.Id.Value)
                    .Select(row => new RevisionView(
                        row.Former,
                        row.Now,
                        row.Learned,
                        Name(row.Who),
                        row.When
                    )),
            ],
            [
                .. around
                    .Goals.Where(other => other.OutcomeId == goal.Id)
                    .Select(other => new GoalRef(other.Id, other.Statement, other.SchoolId)),
            ],
            goal.Version
        );
    }

    private static IReadOnlyList<LineView> Linked(
        IReadOnlyList<LineView> lines,
        IEnumerable<Guid?> ids
    )
    {
        var wanted = ids.OfType<Guid>().ToHashSet();
        return [.. lines.Where(line => wanted.Contains(line.Id))];
    }
}
