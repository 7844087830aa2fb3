using Throughline.Kernel;

namespace Throughline.Direction;

public static class DirectionSentences
{
    public static readonly Sentence WriteAVision = new("direction.refusal.write-a-vision");
    public static readonly Sentence VisionIsSettled = new("direction.refusal.vision-is-settled");
    public static readonly Sentence ShareItFirst = new("direction.refusal.share-it-first");
    public static readonly Sentence AlreadyShared = new("direction.refusal.already-shared");
    public static readonly Sentence AlreadyAdopted = new("direction.refusal.already-adopted");
    public static readonly Sentence StillDrafting = new("direction.refusal.still-drafting");
    public static readonly Sentence WhoAdopted = new("direction.refusal.who-adopted");
    public static readonly Sentence WhenAdopted = new("direction.refusal.when-adopted");
    public static readonly Sentence NotInTheFuture = new("direction.refusal.not-in-the-future");
    public static readonly Sentence WhereAreTheMinutes = new("direction.refusal.minutes");
    public static readonly Sentence SayWhy = new("direction.refusal.say-why");
    public static readonly Sentence WriteALine = new("direction.refusal.write-a-line");
    public static readonly Sentence ChooseAKind = new("direction.refusal.choose-a-kind");
    public static readonly Sentence RankEach = new("direction.refusal.rank-each");
    public static readonly Sentence RankOnce = new("direction.refusal.rank-once");
    public static readonly Sentence WriteAnEquityGoal = new(
        "direction.refusal.write-an-equity-goal"
    );
    public static readonly Sentence EquityGoalFirst = new("direction.refusal.equity-goal-first");
    public static readonly Sentence ChooseAGroup = new("direction.refusal.choose-a-group");
    public static readonly Sentence GroupIsThere = new("direction.refusal.group-is-there");
    public static readonly Sentence KeptOrChanged = new("direction.refusal.kept-or-changed");
    public static readonly Sentence NothingToRevisit = new("direction.refusal.nothing-to-revisit");
    public static readonly Sentence SharePercent = new("direction.refusal.share-percent");
    public static readonly Sentence LongRange = new("direction.refusal.long-range");
    public static readonly Sentence AClass = new("direction.refusal.a-class");
    public static readonly Sentence ALetterGrade = new("direction.refusal.a-letter-grade");
    public static readonly Sentence AScore = new("direction.refusal.a-score");
    public static readonly Sentence NameTheCourse = new("direction.refusal.name-the-course");
    public static readonly Sentence NameTheExam = new("direction.refusal.name-the-exam");
    public static readonly Sentence WriteAGoal = new("direction.refusal.write-a-goal");
    public static readonly Sentence ChooseAHorizon = new("direction.refusal.choose-a-horizon");
    public static readonly Sentence ChooseAGoalKind = new("direction.refusal.choose-a-goal-kind");
    public static readonly Sentence AnOutcome = new("direction.refusal.an-outcome");
    public static readonly Sentence SayWhatYouLearned = new(
        "direction.refusal.say-what-you-learned"
    );
    public static readonly Sentence AlreadyFinal = new("direction.refusal.already-final");
    public static readonly Sentence NotFinal = new("direction.refusal.not-final");
    public static readonly Sentence NoSuchSet = new("direction.refusal.no-such-set");

    public static readonly Sentence FinalOnItsPage = new("direction.refusal.final-on-its-page");

    public static Sentence NoSuchOutcome(string written) =>
        new("direction.refusal.no-such-outcome", written);

    public static Sentence ServesNothingSo(string written) =>
        new("direction.refusal.serves-nothing-so", written);

    /// <param name="most">The most letters there may be.</param>
    /// <param name="written">How many there are.</param>
    public static Sentence TooLong(int most, int written) =>
        new("direction.refusal.too-long", most, written);
}
