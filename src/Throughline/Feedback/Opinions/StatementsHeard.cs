using Throughline.Analysis.Opinion;
using Throughline.Feedback.Hearing;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Feedback.Opinions;

/// <summary>What was said to one statement.</summary>
/// <param name="All">By everybody who voted on it.</param>
/// <param name="ByGroup">By each of the groups that are shown, in their order.</param>
public sealed record StatementHeard(Option Statement, Answers All, IReadOnlyList<Answers> ByGroup)
{
    /// <summary>The share of the group that agrees least, where groups are compared; otherwise of everybody. Smoothed.</summary>
    public double Least => ByGroup.Count == 0 ? All.AgreeShare : ByGroup.Min(one => one.AgreeShare);

    /// <summary>Whether more than half agree, of everybody and of every group that is shown, as far as the votes can tell (95 %).</summary>
    public bool IsShared => IsSure(All) && ByGroup.All(IsSure);

    private static bool IsSure(Answers answers) => answers.AgreeInterval is { Low: > 0.5 };
}

/// <summary>People who voted alike, whoever they are.</summary>
/// <param name="Apart">What sets them apart from the others, the strongest first.</param>
public sealed record LikeMinded(int Size, IReadOnlyList<StatementApart> Apart);

/// <param name="Own">The group's answers.</param>
/// <param name="Others">Everybody else's, of those in groups.</param>
public sealed record StatementApart(Option Statement, bool Agrees, Answers Own, Answers Others);

/// <param name="Voters">Who voted on anything; null where they are fewer than ten, and then nothing else is told.</param>
/// <param name="Statements">Those that most is agreed on first, as the group sees it that agrees least.</param>
/// <param name="Groups">Of those who say who they are, the ones that are large enough.</param>
/// <param name="HidesGroups">Whether some are not.</param>
/// <param name="LikeMinded">Found in the votes; empty where none are clear.</param>
/// <param name="Unclear">Why there are none.</param>
/// <param name="Compared">How many people's votes they were looked for in.</param>
public sealed record StatementsHeard(
    int? Voters,
    Question Question,
    Question? Parting,
    IReadOnlyList<StatementHeard> Statements,
    IReadOnlyList<SegmentHeard> Groups,
    bool HidesGroups,
    IReadOnlyList<LikeMinded> LikeMinded,
    UnclearGroups? Unclear,
    int Compared
);
