namespace Throughline.App.Pages.District;

/// <summary>One of the few things that a new district does before anything can wait for anybody.</summary>
/// <param name="Key">Its words stand under <c>letter.first</c>.</param>
public sealed record FirstThing(string Key, string Path, bool IsDone)
{
    /// <summary>In their order; none where a step is done or all of them are: then the team is on its way.</summary>
    /// <param name="knowsBand">Whether the grades that the plan is for are chosen.</param>
    /// <param name="hasAnswered">Whether the team has written a first answer.</param>
    public static IReadOnlyList<FirstThing> Of(HomeFacts facts, bool knowsBand, bool hasAnswered)
    {
        FirstThing[] all =
        [
            new("team", facts.IsAlone ? "team/invite" : "team", !facts.IsAlone),
            new("grades", "settings", knowsBand),
            new("start", "process/starting-point/find", facts.KnowsStart),
            new("step", "process/" + facts.NextStep?.Code, hasAnswered),
        ];
        return facts.StepsDone > 0 || Array.TrueForAll(all, one => one.IsDone) ? [] : all;
    }
}
