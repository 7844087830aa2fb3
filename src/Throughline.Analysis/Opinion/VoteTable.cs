namespace Throughline.Analysis.Opinion;

/// <summary>One vote: 1 agrees, -1 disagrees, 0 passes.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Vote(int Person, int Statement, sbyte Value);

/// <summary>
/// People by statements. Of several votes of one person on one statement the last counts. A statement that was moderated out stays in the
/// table and takes no part in the opinion space.
/// </summary>
public sealed class VoteTable
{
    /// <summary>The person has not seen, or not answered, the statement.</summary>
    public const sbyte Unseen = sbyte.MinValue;

    private readonly sbyte[] votes;

    private VoteTable(int[] people, int[] statements, bool[] moderatedOut, sbyte[] votes)
    {
        (People, Statements, ModeratedOut, this.votes) = (people, statements, moderatedOut, votes);
    }

    /// <summary>The ids of the people, ascending: the rows.</summary>
    public IReadOnlyList<int> People { get; }

    /// <summary>The ids of the statements, ascending: the columns.</summary>
    public IReadOnlyList<int> Statements { get; }

    /// <summary>By column.</summary>
    public IReadOnlyList<bool> ModeratedOut { get; }

    public sbyte this[int row, int column] => votes[(row * Statements.Count) + column];

    /// <param name="votes">In the order in which they were given.</param>
    /// <param name="statements">Every statement, also those without a vote; null for those that have one.</param>
    /// <param name="moderatedOut">Statements that moderators took out.</param>
    /// <exception cref="InputRefusedException">
    /// A value other than -1, 0 and 1; a vote on a statement that is not among <paramref name="statements"/>; no vote at all.
    /// </exception>
    public static VoteTable Of(
        IReadOnlyList<Vote> votes,
        IEnumerable<int>? statements = null,
        IReadOnlySet<int>? moderatedOut = null
    )
    {
        if (votes.Count == 0)
        {
            throw new InputRefusedException("Nobody has voted yet.");
        }

        int[] people = [.. votes.Select(vote => vote.Person).Distinct().Order()];
        int[] columns =
        [
            .. (statements ?? votes.Select(vote => vote.Statement)).Distinct().Order(),
        ];
        var cells = new sbyte[people.Length * columns.Length];
        Array.Fill(cells, Unseen);
        foreach (var vote in votes)
        {
            var column = Array.BinarySearch(columns, vote.Statement);
            if (column < 0 || vote.Value is < -1 or > 1)
            {
                throw new InputRefusedException(
                    column < 0
                        ? $"Person {vote.Person} voted on statement {vote.Statement}, which is not among the statements."
                        : $"Person {vote.Person} has the vote {vote.Value} on statement {vote.Statement}; 1, 0 or -1 is expected."
                );
            }

            cells[(Array.BinarySearch(people, vote.Person) * columns.Length) + column] = vote.Value;
        }

        return new VoteTable(
            people,
            columns,
            [.. columns.Select(id => moderatedOut?.Contains(id) == true)],
            cells
        );
    }

    /// <summary>The votes of a row, statement by statement.</summary>
    public ReadOnlySpan<sbyte> Row(int row) =>
        votes.AsSpan(row * Statements.Count, Statements.Count);

    /// <summary>How many statements a person voted on, moderated ones included.</summary>
    public int VotesOf(int row)
    {
        var count = 0;
        foreach (var vote in Row(row))
        {
            count += vote == Unseen ? 0 : 1;
        }

        return count;
    }
}
