using Throughline.Data;
using Throughline.Kernel;
using Throughline.Process.Content;

namespace Throughline.Direction;

/// <summary>The whole direction in reading order, for the plan document.</summary>
public sealed record DirectionForPlan(
    VisionView? Vision,
    IReadOnlyList<LineView> Statements,
    ValuesView Values,
    IReadOnlyList<LineView> Beliefs,
    IReadOnlyList<LineView> Priorities,
    EquityView? Equity,
    IReadOnlyList<RevisitView> VisionRevisits,
    HeadlineView? Headline,
    HorizonSet HorizonSet,
    IReadOnlyList<HorizonGoals> Goals,
    IReadOnlyList<DirectionGap> Gaps
);

/// <param name="Words">Says what is missing.</param>
/// <param name="Page">Where it is mended, under the district's address.</param>
public sealed record DirectionGap(Sentence Words, string Page);

public sealed class DirectionQueries(
    VisionQueries visions,
    ValueQueries values,
    EquityQueries equity,
    HeadlineQueries headlines,
    GoalQueries goals,
    ContentFolder content
) : IQueries
{
    /// <param name="district">Names the horizon set.</param>
    /// <param name="language">Of the content's words.</param>
    /// <param name="school">Whose goals; the rest of the direction is the district's for all.</param>
    public async Task<DirectionForPlan> ForPlan(
        DistrictView district,
        string language,
        SchoolId? school = null,
        CancellationToken cancel = default
    )
    {
        var vision = await visions.Current(null, cancel);
        var set = Horizons.SetOf(content.Horizons(language), district.HorizonSet);
        var all = await goals.Of(school, language, cancel);
        var said = new DirectionForPlan(
            vision,
            await visions.Lines(LineKind.Statement, cancel),
            await values.For(null, language, cancel),
            await visions.Lines(LineKind.Belief, cancel),
            await visions.Lines(LineKind.Priority, cancel),
            await equity.Current(cancel),
            vision is null ? [] : await equity.RevisitsOf(vision.Id.Value, cancel),
            await headlines.Current(cancel),
            set,
            GoalQueries.ByHorizon(all, set),
            []
        );
        return said with { Gaps = [.. school is null ? GapsOf(said) : [], .. GoalGaps(all)] };
    }

    public async Task<IReadOnlyList<DirectionGap>> Gaps(
        DistrictView district,
        string language,
        CancellationToken cancel = default
    ) => (await ForPlan(district, language, cancel: cancel)).Gaps;

    /// <summary>What is honestly missing, in reading order.</summary>
    private static List<DirectionGap> GapsOf(DirectionForPlan said)
    {
        var gaps = new List<DirectionGap>();
        void Say(bool isMissing, string key, string page, params object?[] values)
        {
            if (isMissing)
            {
                gaps.Add(new DirectionGap(new Sentence("direction.gap." + key, values), page));
            }
        }

        Say(said.Vision is null, "no-vision", "direction/vision");
        Say(
            said.Vision is { Status: VisionStatus.Drafting },
            "vision-not-shared",
            "direction/vision"
        );
        Say(
            said.Vision is { Status: VisionStatus.Shared },
            "vision-not-adopted",
            "direction/vision"
        );
        Say(said.Equity is null, "no-equity-goal", "direction/equity");
        Say(said.Equity is { Groups.Count: 0 }, "no-equity-group", "direction/equity");
        Say(said.Headline is null, "no-headline", "direction/headline");
        return gaps;
    }

    private static List<DirectionGap> GoalGaps(IReadOnlyList<GoalView> goals)
    {
        var gaps = new List<DirectionGap>();
        void Say(bool isMissing, string key, params object?[] values)
        {
            if (isMissing)
            {
                gaps.Add(
                    new DirectionGap(
                        new Sentence("direction.gap." + key, values),
                        "direction/goals"
                    )
                );
            }
        }

        void Count(Func<GoalView, bool> lacks, string key)
        {
            var found = goals.Count(lacks);
            Say(found > 0, key, found, goals.Count);
        }

        Say(goals.Count == 0, "no-goals");
        Count(goal => goal.Measure is null, "goals-without-measure");
        Count(goal => goal.Pictures.Count == 0, "goals-without-picture");
        Count(goal => !goal.HasLink, "goals-without-link");
        Count(goal => !goal.IsFinal, "goals-still-draft");
        return gaps;
    }
}
