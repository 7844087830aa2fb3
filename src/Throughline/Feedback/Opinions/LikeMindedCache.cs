using System.Collections.Concurrent;
using Throughline.Analysis.Opinion;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Feedback.Opinions;

/// <summary>
/// Groups that were found, kept as long as nobody votes: to look for them takes far longer than to count, and whoever reads the page
/// reads it more than once.
/// </summary>
public sealed class LikeMindedCache
{
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<
        (FeedbackRoundId Round, string Question),
        (int Votes, (IReadOnlyList<LikeMinded>, UnclearGroups?) Found)
    > kept = new();

    public (IReadOnlyList<LikeMinded> Groups, UnclearGroups? Unclear) Of(
        FeedbackRoundId round,
        Question question,
        IReadOnlyList<sbyte[]> votes,
        Func<(IReadOnlyList<LikeMinded>, UnclearGroups?)> find
    )
    {
        var seal = Seal(question, votes);
        if (kept.TryGetValue((round, question.Code), out var known) && known.Votes == seal)
        {
            return known.Found;
        }

        var found = find();
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        kept[(round, question.Code)] = (seal, found);
        return found;
    }

    /// <summary>Another one as soon as a vote or a statement is another.</summary>
    private static int Seal(Question question, IReadOnlyList<sbyte[]> votes)
    {
        var hash = new HashCode();
        foreach (var row in question.Rows)
        {
            hash.Add(row.Code, StringComparer.Ordinal);
            hash.Add(row.Text);
        }

        foreach (var own in votes)
        {
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(own.AsSpan()));
        }

        return hash.ToHashCode();
    }
}
