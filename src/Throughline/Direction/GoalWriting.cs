using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>What writing and revising a goal have in common: reading the text, checking it, putting it into the goal.</summary>
internal sealed class GoalWriting(ThroughlineDb db, ContentFolder content)
{
    public async Task<List<Refusal>> Check(GoalText text, Goal? goal, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        refusals.Need(
            Limits.Tidy(text.Statement),
            Limits.Statement,
            nameof(text.Statement),
            DirectionSentences.WriteAGoal
        );
        refusals.Check(Limits.Tidy(text.Measure), Limits.Line, nameof(text.Measure));
        refusals.Check(Limits.Tidy(text.Baseline), Limits.Line, nameof(text.Baseline));
        refusals.Check(Limits.Tidy(text.Target), Limits.Line, nameof(text.Target));
        foreach (var (horizon, picture) in text.Pictures)
        {
            refusals.Check(
                Limits.Tidy(picture),
                Limits.Line,
                $"{nameof(text.Pictures)}[{horizon}]"
            );
        }

        if (text.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            refusals.Add(Outcome.Refused(DirectionSentences.ChooseAGoalKind, nameof(text.Kind)));
        }

        if (text.Horizon is null || (text.Horizon != goal?.Horizon && !IsHorizon(text.Horizon)))
        {
            refusals.Add(Outcome.Refused(DirectionSentences.ChooseAHorizon, nameof(text.Horizon)));
        }

        var school = goal is null ? text.School : goal.SchoolId;
        if (
            text.Outcome is { } outcome
            && (
                outcome == goal?.Id
                || !await db.Set<Goal>()
                    .AnyAsync(
                        row =>
                            row.Id == outcome
                            && row.Kind == GoalKind.StudentOutcome
                            && (row.SchoolId == null || row.SchoolId == school),
                        cancel
                    )
            )
        )
        {
            refusals.Add(Outcome.Refused(DirectionSentences.AnOutcome, nameof(text.Outcome)));
        }

        return refusals;
    }

    /// <summary>Whether everything the text points at is there, in this district.</summary>
    public async Task<bool> Knows(GoalText text, CancellationToken cancel)
    {
        var (statements, beliefs, priorities) = (
            text.Statements.Distinct().ToList(),
            text.Beliefs.Distinct().ToList(),
            text.Priorities.Distinct().ToList()
        );
        return text.Pictures.Keys.All(IsHorizon)
            && await db.KnowsSchool(text.School, cancel)
            && await db.Set<VisionStatement>()
                .CountAsync(row => statements.Contains(row.Id), cancel) == statements.Count
            && await db.Set<CoreBelief>().CountAsync(row => beliefs.Contains(row.Id), cancel)
                == beliefs.Count
            && await db.Set<DistrictPriority>()
                .CountAsync(row => priorities.Contains(row.Id), cancel) == priorities.Count;
    }

    /// <summary>Puts the text into the goal, whose pictures and links are loaded; says which pictures changed.</summary>
    public static List<SuccessPicture> Put(GoalText text, Goal goal, Doing doing)
    {
        goal.State(Limits.Tidy(text.Statement)!, doing);
        goal.Describe(text.Kind!.Value, text.Horizon!, text.Outcome);
        goal.MeasureBy(
            Limits.Tidy(text.Measure),
            Limits.Tidy(text.Baseline),
            Limits.Tidy(text.Target)
        );
        PutLinks(text, goal);
        var changed = new List<SuccessPicture>();
        foreach (var (horizon, written) in text.Pictures)
        {
            var words = Limits.Tidy(written) ?? "";
            var picture = goal.Pictures.Find(row => row.Horizon == horizon);
            if (picture is null && words.Length > 0)
            {
                picture = new SuccessPicture
                {
                    DistrictId = goal.DistrictId,
                    Id = Id.New<SuccessPictureId>(),
                    GoalId = goal.Id,
                    Horizon = horizon,
                };
                goal.Pictures.Add(picture);
            }

            if (picture is not null && picture.Text != words)
            {
                picture.Write(words);
                changed.Add(picture);
            }
        }

        return changed;
    }

    private static void PutLinks(GoalText text, Goal goal)
    {
        goal.Links.RemoveAll(link =>
            !(link.VisionStatementId is { } statement && text.Statements.Contains(statement))
            && !(link.CoreBeliefId is { } belief && text.Beliefs.Contains(belief))
            && !(link.DistrictPriorityId is { } priority && text.Priorities.Contains(priority))
        );
        foreach (var id in text.Statements.Distinct())
        {
            AddLink(goal, link => link.VisionStatementId == id, statement: id);
        }

        foreach (var id in text.Beliefs.Distinct())
        {
            AddLink(goal, link => link.CoreBeliefId == id, belief: id);
        }

        foreach (var id in text.Priorities.Distinct())
        {
            AddLink(goal, link => link.DistrictPriorityId == id, priority: id);
        }
    }

    private static void AddLink(
        Goal goal,
        Predicate<GoalLink> isIt,
        VisionStatementId? statement = null,
        CoreBeliefId? belief = null,
        DistrictPriorityId? priority = null
    )
    {
        if (goal.Links.Exists(isIt))
        {
            return;
        }

        goal.Links.Add(
            new GoalLink
            {
                DistrictId = goal.DistrictId,
                Id = Id.New<GoalLinkId>(),
                GoalId = goal.Id,
                VisionStatementId = statement,
                CoreBeliefId = belief,
                DistrictPriorityId = priority,
            }
        );
    }

    private bool IsHorizon(string code) =>
        content
            .Horizons(Kernel.Languages.LanguageFiles.Default)
            .Any(set => set.Horizons.Any(horizon => horizon.Code == code));
}
