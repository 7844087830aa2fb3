using Throughline.Kernel;

namespace Throughline.Plan;

public static class PlanSentences
{
    public static readonly Sentence EnterAQuestion = Of("enter-a-question");
    public static readonly Sentence QuestionIsThere = Of("question-is-there");
    public static readonly Sentence LeadIsOff = Of("lead-is-off", NeededBy.LongestLead);
    public static readonly Sentence NameGroupsToConsult = Of("name-groups-to-consult");
    public static readonly Sentence NameADecider = Of("name-a-decider");
    public static readonly Sentence EnterAnOutcome = Of("enter-an-outcome");
    public static readonly Sentence EnterAReason = Of("enter-a-reason");
    public static readonly Sentence SayWhatTheySaid = Of("say-when-or-why-not");
    public static readonly Sentence AlreadyDecided = Of("already-decided");
    public static readonly Sentence NotDecidedYet = Of("not-decided-yet");
    public static readonly Sentence AlreadyReplaced = Of("already-replaced");
    public static readonly Sentence OnlyALeadDecides = Of("only-a-lead-decides");
    public static readonly Sentence DayIsAhead = Of("day-is-ahead");
    public static readonly Sentence OptionNeedsText = Of("option-needs-text");
    public static readonly Sentence EnterWhat = Of("enter-what");
    public static readonly Sentence SayWhyDropped = Of("say-why-dropped");
    public static readonly Sentence AskWhom = Of("ask-whom");
    public static readonly Sentence ChooseAStarter = Of("choose-a-starter");
    public static readonly Sentence TooManyAtOnce = Of("too-many-at-once");

    public static readonly Sentence ChooseAWay = Of("choose-a-way");
    public static readonly Sentence SayWhoPlansWhat = Of("say-who-plans-what");
    public static readonly Sentence ChooseTheDistrictsDecision = Of(
        "choose-the-districts-decision"
    );
    public static readonly Sentence FollowsOrDiffers = Of("follows-or-differs");
    public static readonly Sentence SayWhyItDiffers = Of("say-why-it-differs");

    public static Sentence TooLong(int most) => Of("too-long", most);

    public static Sentence WaitsForGroups(string groups) => Of("waits-for-groups", groups);

    public static Sentence DeciderIsOfASchool(string name) => Of("decider-is-of-a-school", name);

    public static Sentence NoSuchDecision(string written) => Of("no-such-decision", written);

    public static Sentence NoSuchGoal(string written) => Of("no-such-goal", written);

    private static Sentence Of(string key, params object?[] values) =>
        new("plan.refusal." + key, values);
}
