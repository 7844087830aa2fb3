namespace Throughline.Analysis.Selection;

/// <summary>How a lottery over panels is made.</summary>
public enum SelectionMethod
{
    /// <summary>The smallest chance as large as possible, then the second smallest, and so on.</summary>
    Leximin,

    /// <summary>The smallest chance as large as possible; the others as it comes.</summary>
    Maximin,

    /// <summary>Nobody's chance too small and nobody's too large, which makes a rare claimed trait worth little.</summary>
    Goldilocks,

    /// <summary>The one make-up whose every share comes nearest to the pool's; those of one type by lot.</summary>
    Balanced,
}

/// <summary>How far a selection has come.</summary>
/// <param name="Step">What is being done, in a few words.</param>
/// <param name="Done">Of <paramref name="Of"/>.</param>
public sealed record SelectionProgress(string Step, int Done, int Of);
