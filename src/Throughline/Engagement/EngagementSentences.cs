using Throughline.Kernel;

namespace Throughline.Engagement;

public static class EngagementSentences
{
    public static readonly Sentence NameTheGroup = Of("name-the-group");
    public static readonly Sentence SayTheEvidence = Of("say-the-evidence");
    public static readonly Sentence ChooseADay = Of("choose-a-day");
    public static readonly Sentence NameTheActivity = Of("name-the-activity");
    public static readonly Sentence SayWhat = Of("say-what");
    public static readonly Sentence HeardAboveReached = Of("heard-above-reached");
    public static readonly Sentence NoNegative = Of("no-negative");
    public static readonly Sentence NobodyCounted = Of("nobody-counted");

    public static readonly Sentence SayWhatIsTold = Of("say-what-is-told");
    public static readonly Sentence SayWhyNobodyWasAsked = Of("say-why-nobody-was-asked");
    public static readonly Sentence AnswerToNothing = Of("answer-to-nothing");
    public static readonly Sentence AnswerFirst = Of("answer-first");

    public static Sentence TooManyQuestions(int most) => Of("too-many-questions", most);

    public static Sentence TooLong(int most) => Of("too-long", most);

    private static Sentence Of(string key, params object?[] values) =>
        new("engagement.refusal." + key, values);
}
