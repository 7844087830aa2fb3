using Throughline.Kernel;

namespace Throughline.Plan;

public enum AlignmentKind
{
    /// <summary>The school decided a question otherwise than the district, whose decision is final.</summary>
    Contradicts,

    /// <summary>The school still asks what the district has made final.</summary>
    AskedAgain,

    /// <summary>An action that waits for a decision which contradicts the district's or asks it again.</summary>
    HangsOnClash,

    /// <summary>A decision that stands to one of the district's which another has replaced since.</summary>
    StandsToReplaced,

    /// <summary>A goal that names no goal of the district as what it is there for.</summary>
    GoalServesNone,

    /// <summary>An action under no goal of the district, nor under one that serves one.</summary>
    ActionServesNone,
}

/// <param name="About">The question, the goal or the action.</param>
/// <param name="Path">Where it stands, under the district's address.</param>
/// <param name="Given">The district's decision that it clashes with.</param>
/// <param name="Here">What the school decided, where it did.</param>
public sealed record AlignmentItem(
    AlignmentKind Kind,
    SchoolId School,
    string About,
    string Path,
    DecisionView? Given = null,
    string? Here = null
)
{
    public bool IsClash => Kind <= AlignmentKind.HangsOnClash;

    /// <summary>What the district decided, to stand in quotes within a sentence.</summary>
    public string? GivenOutcome => Given?.Outcome?.TrimEnd('.', ' ');

    /// <summary>What the school decided, likewise.</summary>
    public string? HereOutcome => Here?.TrimEnd('.', ' ');
}

/// <summary>
/// How the schools' plans stand to the system's. Pure. What "conflict" means here: the district has made a decision final at its own
/// level, and a school answers the same question (copied from the same starter, or in the same words) otherwise or asks it still. A
/// decision that the district left to the schools conflicts with nothing, nor does one of which the school said how it stands to the
/// district's: that it follows it, or differs from it for a reason. It is only said, never locked.
/// </summary>
public static class Alignment
{
    public static IReadOnlyList<AlignmentItem> Of(
        IReadOnlyList<DecisionView> decisions,
        IReadOnlyList<ActionView> actions,
        IReadOnlyList<GoalLine> goals
    )
    {
        var clashes = decisions
            .Select(one => (Decision: one, Item: Clash(one, decisions)))
            .Where(pair => pair.Item is not null)
            .ToDictionary(pair => pair.Decision.Id, pair => pair.Item!);
        var serving = goals
            .Where(goal => goal.School is null || goal.ServesDistrict)
            .Select(goal => goal.Id)
            .ToHashSet();
        return
        [
            .. clashes.Values.OrderBy(item => item.Kind),
            .. from action in actions
            where action is { School: not null, IsLive: true, WaitsFor: not null }
            where clashes.ContainsKey(action.WaitsFor!.Id)
            select OfAction(AlignmentKind.HangsOnClash, action) with
            {
                Given = clashes[action.WaitsFor!.Id].Given,
            },
            .. from own in decisions
            where own is { School: not null, Stance: not null }
            where own.State != DecisionState.Superseded
            let given = GivenOf(own, decisions)
            where given is { State: DecisionState.Superseded }
            select new AlignmentItem(
                AlignmentKind.StandsToReplaced,
                own.School!.Value,
                own.Question,
                Places.In(own.School, $"plan/decisions/{own.Id}"),
                given
            ),
            .. from goal in goals
            where goal is { School: not null, ServesDistrict: false }
            select new AlignmentItem(
                AlignmentKind.GoalServesNone,
                goal.School!.Value,
                goal.Statement,
                Places.In(goal.School, $"direction/goals/{goal.Id}")
            ),
            .. from action in actions
            where action is { School: not null, IsLive: true }
            where action.Goal is not { } goal || !serving.Contains(goal)
            select OfAction(AlignmentKind.ActionServesNone, action),
        ];
    }

    /// <summary>What a school's decision clashes with; null where it clashes with nothing.</summary>
    public static AlignmentItem? Clash(DecisionView own, IEnumerable<DecisionView> all)
    {
        if (
            own.School is not { } school
            || own.State == DecisionState.Superseded
            || own.Stance is not null
        )
        {
            return null;
        }

        var given = all.FirstOrDefault(one =>
            one is { School: null, Level: PlanLevel.System, State: DecisionState.Decided }
            && IsSameQuestion(one, own)
        );
        if (given is null)
        {
            return null;
        }

        var isOpen = own.State == DecisionState.Open;
        return !isOpen && Bare(own.Outcome) == Bare(given.Outcome)
            ? null
            : new AlignmentItem(
                isOpen ? AlignmentKind.AskedAgain : AlignmentKind.Contradicts,
                school,
                own.Question,
                Places.In(school, $"plan/decisions/{own.Id}"),
                given,
                isOpen ? null : own.Outcome
            );
    }

    /// <summary>The district's decision that a school's stands to by its own word.</summary>
    public static DecisionView? GivenOf(DecisionView own, IEnumerable<DecisionView> all) =>
        own.Stance is { } stance ? all.FirstOrDefault(one => one.Id == stance.Given.Id) : null;

    private static AlignmentItem OfAction(AlignmentKind kind, ActionView action) =>
        new(
            kind,
            action.School!.Value,
            action.What,
            Places.In(action.School, $"plan/actions#row-{action.Id}")
        );

    private static bool IsSameQuestion(DecisionView one, DecisionView other) =>
        (one.StarterCode is not null && one.StarterCode == other.StarterCode)
        || Bare(one.Question) == Bare(other.Question);

    /// <summary>The words alone: what differs in capitals, spaces or marks is the same.</summary>
    private static string Bare(string? text) =>
        string.Join(
            ' ',
            new string([
                .. (text ?? "").Select(letter =>
                    char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '
                ),
            ]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
