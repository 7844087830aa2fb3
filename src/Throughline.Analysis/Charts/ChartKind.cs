namespace Throughline.Analysis.Charts;

/// <summary>What a series is, and so how its limits are found.</summary>
public enum ChartKind
{
    /// <summary>Values about their median, judged by runs alone; no limits.</summary>
    Run,

    /// <summary>Single values with limits from the moving ranges of neighbors.</summary>
    Xmr,

    /// <summary>Shares: so many of so many, binomial limits.</summary>
    P,

    /// <summary>Shares with large or unlike denominators: limits also hold what varies between periods (Laney 2002).</summary>
    PPrime,

    /// <summary>Events for an amount of opportunity (hours, days, meters), Poisson limits; a plain count has the amount 1.</summary>
    U,

    /// <summary>Cases or days between rare events, geometric limits (Benneyan 2001).</summary>
    G,
}
