using Throughline.Kernel;

namespace Throughline.Feedback;

public static class FeedbackSentences
{
    public static readonly Sentence NoLanguage = Of("no-language");
    public static readonly Sentence NoQuestion = Of("no-question");
    public static readonly Sentence EnterAName = Of("enter-a-name");
    public static readonly Sentence AlreadyOpen = Of("already-open");
    public static readonly Sentence NotOpen = Of("not-open");
    public static readonly Sentence ChooseAClosingDay = Of("choose-a-closing-day");
    public static readonly Sentence ChooseAKeepingDay = Of("choose-a-keeping-day");
    public static readonly Sentence EnterAGroup = Of("enter-a-group");
    public static readonly Sentence SayTheBasis = Of("say-the-basis");
    public static readonly Sentence ConsentNeeded = Of("consent-needed");
    public static readonly Sentence WriteTheQuestion = Of("write-the-question");
    public static readonly Sentence EnterATitle = Of("enter-a-title");
    public static readonly Sentence NotANumber = Of("not-a-number");
    public static readonly Sentence OneConditionOnly = Of("one-condition-only");
    public static readonly Sentence ChooseALanguage = Of("choose-a-language");
    public static readonly Sentence TranslationIncomplete = Of("translation-incomplete");
    public static readonly Sentence EnterASerial = Of("enter-a-serial");
    public static readonly Sentence PaperIsBlank = Of("paper-is-blank");
    public static readonly Sentence NotTakenAnyMore = Of("not-taken-any-more");
    public static readonly Sentence EnterACount = Of("enter-a-count");
    public static readonly Sentence NothingQuoted = Of("nothing-quoted");
    public static readonly Sentence ChooseAQuestion = Of("choose-a-question");
    public static readonly Sentence CannotBeProtected = Of("cannot-be-protected");
    public static readonly Sentence CloseBeforePublishing = Of("close-before-publishing");
    public static readonly Sentence PublishedAlready = Of("published-already");
    public static readonly Sentence NotTakenOncePublished = Of("not-taken-once-published");
    public static readonly Sentence FiguresMeanwhile = Of("figures-meanwhile");

    public static readonly Sentence LastStatement = Of("last-statement");

    public static Sentence TooFewToPublish(int least) => Of("too-few-to-publish", least);

    public static readonly Sentence OpenBeforeAsking = Of("open-before-asking");
    public static readonly Sentence StudentsGetLetters = Of("students-get-letters");
    public static readonly Sentence EnterAddresses = Of("enter-addresses");
    public static readonly Sentence RemindedLately = Of("reminded-lately");

    public static Sentence EnterHowMany(int most) => Of("enter-how-many", most);

    public static Sentence TooManyAddresses(int most) => Of("too-many-addresses", most);

    public static Sentence AsksWho(string question) => Of("asks-who", question);

    public static Sentence TypedBefore(string serial) => Of("typed-before", serial);

    public static readonly Sentence NameTheTheme = Of("name-the-theme");
    public static readonly Sentence SayWhyNot = Of("say-why-not");
    public static readonly Sentence SayWhatChanged = Of("say-what-changed");
    public static readonly Sentence NoThemes = Of("no-themes");

    public static Sentence ThemeIsOpen(string name) => Of("theme-is-open", name);

    public static Sentence TooManyThemes(int most) => Of("too-many-themes", most);

    public static Sentence TooLong(int most) => Of("too-long", most);

    public static Sentence TooManySections(int most) => Of("too-many-sections", most);

    public static Sentence TooManyQuestions(int most) => Of("too-many-questions", most);

    public static Sentence TooManyOptions(string code, int most) =>
        Of("too-many-options", code, most);

    public static Sentence TooFewOptions(string code) => Of("too-few-options", code);

    /// <summary>The options of statements are agree, disagree and pass.</summary>
    public static Sentence VotesOnly(string code) => Of("votes-only", code);

    public static Sentence NoRows(string code) => Of("no-rows", code);

    public static Sentence NoText(string code) => Of("no-text", code);

    public static Sentence BadCode(string code) => Of("bad-code", code);

    public static Sentence CodeTwice(string code) => Of("code-twice", code);

    public static Sentence LeastAboveMost(string code) => Of("least-above-most", code);

    public static Sentence ConditionLooksForward(string code) =>
        Of("condition-looks-forward", code);

    public static Sentence ConditionUnknown(string code, string option) =>
        Of("condition-unknown", code, option);

    /// <summary>A quotation holds words that were not written.</summary>
    public static Sentence NotWritten(string words) => Of("not-written", words);

    public static Sentence TextTooLong(int most) => Of("text-too-long", most);

    private static Sentence Of(string key, params object?[] values) =>
        new("feedback.refusal." + key, values);
}
