using Throughline.Analysis.Representation;

namespace Throughline.Analysis.Opinion;

/// <summary>How a group answered a statement.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Answers(int Agree, int Disagree, int Pass)
{
    public int Seen => Agree + Disagree + Pass;

    /// <summary>(agree + 1) / (seen + 2): a share that one voter cannot make 0 or 1.</summary>
    public double AgreeShare => (Agree + 1.0) / (Seen + 2);

    public double DisagreeShare => (Disagree + 1.0) / (Seen + 2);

    /// <summary>The score interval of the plain share that agrees; null where nobody saw it.</summary>
    public Interval? AgreeInterval => Seen == 0 ? null : ShareInterval.Wilson(Agree, Seen);

    public static Answers operator +(Answers one, Answers other) =>
        new(one.Agree + other.Agree, one.Disagree + other.Disagree, one.Pass + other.Pass);
}

/// <summary>What all groups together make of a statement.</summary>
/// <param name="Statement">Its id.</param>
/// <param name="ByGroup">Each group's answers.</param>
/// <param name="All">Everybody's answers, also of people in no group.</param>
/// <param name="Consensus">The product over the groups of <see cref="Answers.AgreeShare"/>: high only where every group agrees.</param>
/// <param name="Worst">The least agreeing group's share: what the product could hide.</param>
/// <param name="Extremity">How far a lone agreeing voter lies out; NaN where there is no opinion space.</param>
/// <param name="Priority">
/// How much one more vote on it tells: larger ones are to be shown first. From the votes of the people in groups, where there are groups.
/// </param>
public sealed record StatementReport(
    int Statement,
    IReadOnlyList<Answers> ByGroup,
    Answers All,
    double Consensus,
    double Worst,
    double Extremity,
    double Priority
);

/// <summary>A statement that sets a group apart from the others.</summary>
/// <param name="Group">The group.</param>
/// <param name="Statement">The statement's id.</param>
/// <param name="Agrees">Whether the group agrees with it, or disagrees.</param>
/// <param name="Representativeness">Its share over the others' share; above 1.</param>
/// <param name="ShareTest">z of the share against one half.</param>
/// <param name="DifferenceTest">z of the share against the others'.</param>
public sealed record RepresentativeStatement(
    int Group,
    int Statement,
    bool Agrees,
    double Representativeness,
    double ShareTest,
    double DifferenceTest
);

/// <summary>
/// What groups make of statements, however the groups came about: found in the votes, or declared (families, students, teachers), which
/// is often what a district needs and involves no clustering at all.
/// </summary>
public static class Statements
{
    /// <summary>The one-sided 90 % point of the normal distribution: both tests must pass it.</summary>
    private const double Sure = 1.2816;

    /// <summary>A report for each statement of the table, in its order.</summary>
    /// <param name="table">The votes.</param>
    /// <param name="labels">By row of the table: the group from 0, or -1 for nobody's.</param>
    /// <param name="groups">How many groups there are; with 0 a statement has the consensus 1 and no worst group.</param>
    /// <param name="space">For the extremity; null where there is none, and the priority then does without it.</param>
    public static IReadOnlyList<StatementReport> Of(
        VoteTable table,
        IReadOnlyList<int> labels,
        int groups,
        OpinionSpace? space
    )
    {
        var reports = new StatementReport[table.Statements.Count];
        for (var column = 0; column < reports.Length; column++)
        {
            var byGroup = new Answers[groups];
            var all = default(Answers);
            for (var row = 0; row < table.People.Count; row++)
            {
                var answer = AnswerOf(table[row, column]);
                all += answer;
                if (labels[row] >= 0)
                {
                    byGroup[labels[row]] += answer;
                }
            }

            var extremity = space?.Extremity(column) ?? double.NaN;
            reports[column] = new StatementReport(
                table.Statements[column],
                byGroup,
                all,
                byGroup.Aggregate(1.0, (product, group) => product * group.AgreeShare),
                groups == 0 ? double.NaN : byGroup.Min(group => group.AgreeShare),
                extremity,
                Priority(
                    groups == 0 ? all : byGroup.Aggregate((sum, group) => sum + group),
                    extremity
                )
            );
        }

        return reports;
    }

    /// <summary>
    /// The statements that set each group apart, the strongest first, at most <paramref name="most"/> a group: the group's share is
    /// surely above one half and surely above the others'.
    /// </summary>
    public static IReadOnlyList<RepresentativeStatement> Representative(
        IReadOnlyList<StatementReport> reports,
        int groups,
        int most = 5
    )
    {
        List<RepresentativeStatement> found = [];
        for (var group = 0; group < groups; group++)
        {
            found.AddRange(
                reports
                    .SelectMany(report =>
                        new[] { Test(report, group, true), Test(report, group, false) }
                    )
                    .Where(test => test.ShareTest > Sure && test.DifferenceTest > Sure)
                    .OrderByDescending(test =>
                        test.ShareTest * test.DifferenceTest * test.Representativeness
                    )
                    .ThenBy(test => test.Statement)
                    .Take(most)
            );
        }

        return found;
    }

    /// <summary>
    /// How much one more vote on a statement tells: agreement and few passes raise it, and so do extremity and being new, so that late
    /// statements are seen. [(a+1)/(n+2) (1 - (p+1)/(n+2)) (1 + e) (1 + 8 · 2^(-n/5))]².
    /// </summary>
    public static double Priority(Answers all, double extremity)
    {
        var root =
            all.AgreeShare
            * (1 - ((all.Pass + 1.0) / (all.Seen + 2)))
            * (1 + (double.IsNaN(extremity) ? 0 : extremity))
            * (1 + (8 * Math.Pow(2, -all.Seen / 5.0)));
        return root * root;
    }

    private static RepresentativeStatement Test(StatementReport report, int group, bool agrees)
    {
        var own = report.ByGroup[group];
        var others = default(Answers);
        for (var other = 0; other < report.ByGroup.Count; other++)
        {
            others += other == group ? default : report.ByGroup[other];
        }

        var (mine, theirs) = agrees ? (own.Agree, others.Agree) : (own.Disagree, others.Disagree);
        var (share, otherShare) = agrees
            ? (own.AgreeShare, others.AgreeShare)
            : (own.DisagreeShare, others.DisagreeShare);
        return new RepresentativeStatement(
            group,
            report.Statement,
            agrees,
            share / otherShare,
            OneShare(mine, own.Seen),
            TwoShares(mine, own.Seen, theirs, others.Seen)
        );
    }

    private static double OneShare(int successes, int seen) =>
        2 * Math.Sqrt(seen + 1) * (((successes + 1.0) / (seen + 1)) - 0.5);

    private static double TwoShares(int successes1, int seen1, int successes2, int seen2)
    {
        double share1 = (successes1 + 1.0) / (seen1 + 1),
            share2 = (successes2 + 1.0) / (seen2 + 1),
            pooled = (successes1 + successes2 + 2.0) / (seen1 + seen2 + 2);
        return pooled >= 1
            ? 0
            : (share1 - share2)
                / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / (seen1 + 1)) + (1.0 / (seen2 + 1))));
    }

    private static Answers AnswerOf(sbyte vote) =>
        vote switch
        {
            1 => new(1, 0, 0),
            -1 => new(0, 1, 0),
            0 => new(0, 0, 1),
            _ => default,
        };
}
