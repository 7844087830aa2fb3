namespace Throughline.Feedback.Questionnaires;

/// <summary>
/// What can be said to a statement. Nobody argues with anybody: people vote on what others wrote, and may add a sentence of their own
/// for others to vote on.
/// </summary>
public static class Votes
{
    public const string Agree = "agree";
    public const string Disagree = "disagree";
    public const string Pass = "pass";

    /// <summary>More at once are not read but clicked through.</summary>
    public const int ShownAtOnce = 10;

    /// <summary>A statement is one thought: whoever has two adds them one after the other.</summary>
    public const int TextLimit = 200;

    /// <summary>Begins the codes of statements that respondents added; the number after it is the next one.</summary>
    public const string OwnPrefix = "own-";

    public static readonly IReadOnlyList<string> Codes = [Agree, Disagree, Pass];

    /// <param name="say">The words for each of <see cref="Codes"/>.</param>
    public static IReadOnlyList<Option> Options(Func<string, Words> say) =>
        [.. Codes.Select(code => new Option(code, say(code)))];

    public static bool AreOptionsOf(Question question) =>
        question.Options.Select(option => option.Code).SequenceEqual(Codes, StringComparer.Ordinal);
}
