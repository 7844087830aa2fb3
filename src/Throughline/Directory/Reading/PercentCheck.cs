namespace Throughline.Directory.Reading;

/// <summary>
/// Compares a percentage with the count beside it. A column that is wrong in many rows was damaged as a whole, so none of it is
/// believed; single wrong cells are reported one by one.
/// </summary>
sealed class PercentCheck(string file, string column, string countColumn, ReadingTally tally)
{
    const int PointsAllowed = 3;
    const int PercentOfRowsAllowed = 10;

    public static readonly IReadOnlyList<(Figure Count, string Column)> Pairs =
    [
        .. MassachusettsColumns.FigureColumns.Where(pair =>
            pair.Figure is >= Figure.FirstLanguageNotEnglish and <= Figure.EconomicallyDisadvantaged
        ),
    ];

    readonly List<(int Row, int Tenths, int Count, int Total)> wrong = [];
    int judged;
    int wrongRows;

    public static string CountColumn(Figure count)
    {
        return Pairs.First(pair => pair.Count == count).Column;
    }

    public void Judge(int row, int tenths, int count, int total)
    {
        if (total <= 0)
        {
            return;
        }

        judged++;
        // Whole numbers, so that exactly three points is no matter of rounding.
        if (Math.Abs((count * 1000L) - ((long)tenths * total)) <= PointsAllowed * 10L * total)
        {
            return;
        }

        wrongRows++;
        if (!tally.ListIsFull && wrong.Count < DirectoryLimits.Default.Listed)
        {
            wrong.Add((row, tenths, count, total));
        }
    }

    public void Report()
    {
        if (wrongRows * 100L > judged * (long)PercentOfRowsAllowed)
        {
            tally.LeaveOut(
                column,
                DirectorySentences.WrongPercentages(wrongRows, judged, countColumn, PointsAllowed),
                wrongRows
            );
            return;
        }

        foreach (var (row, tenths, count, total) in wrong)
        {
            tally.Refuse(
                file,
                row,
                column,
                DirectorySentences.WrongPercentage(tenths, count, total)
            );
        }
    }
}
