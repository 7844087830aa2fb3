namespace Throughline.Directory.Reading;

/// <summary>
/// What of a roster may stand in a directory that anybody reads. A roster lists students, so that its counts are not published figures
/// as a state's are. A school shows its total where that is not small, and its grades all or none: all where every grade, those who
/// have no single grade, and whoever stands beside each of them are not small. Whatever a directory adds up, it adds up from what it
/// shows; so there is no total from which a hidden count could be taken.
/// </summary>
public static class RosterDisclosure
{
    internal static void Apply(
        IEnumerable<DirectorySchool> schools,
        string totals,
        int smallest,
        ReadingTally tally
    )
    {
        var (withoutTotal, withoutGrades) = (0, 0);
        foreach (var figures in schools.Select(school => school.Figures))
        {
            if (figures.Count(Figure.Total) is not { } total)
            {
                continue;
            }

            if (figures.SumOfGrades is not null && !MayShowGrades(figures, total, smallest))
            {
                figures.Clear(Figure.GradePK, Figure.GradeSP);
                withoutGrades++;
            }

            if (total < smallest)
            {
                figures.Clear(Figure.Total, Figure.Total);
                withoutTotal++;
            }
        }

        if (withoutGrades > 0)
        {
            tally.LeaveOut(
                $"{OneRosterColumns.Users} grades",
                DirectorySentences.SmallGrades(smallest),
                withoutGrades
            );
        }

        if (withoutTotal > 0)
        {
            tally.LeaveOut(totals, DirectorySentences.SmallSchool(smallest), withoutTotal);
        }
    }

    static bool MayShowGrades(SchoolFigures figures, int total, int smallest)
    {
        return Enumerable
            .Range((int)Figure.GradePK, GradeCodes.All.Count)
            .Select(grade => figures.Count((Figure)grade) ?? 0)
            .Append(total - figures.SumOfGrades!.Value)
            .Where(count => count > 0)
            .All(count => count >= smallest && total - count >= smallest);
    }

    /// <summary>
    /// Whether figures may take the place of others of the same school and year: where the same measures are shown, and each is the
    /// same or differs by a number that is not small. Otherwise the two together would tell of the few who came or went.
    /// </summary>
    public static bool MayFollow(
        IReadOnlyDictionary<string, int> before,
        IReadOnlyDictionary<string, int> after,
        int smallest
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Count == 0
            || (
                before.Count == after.Count
                && before.Keys.All(after.ContainsKey)
                && before
                    .Select(pair => after[pair.Key] - pair.Value)
                    .Append(WithoutGrade(after) - WithoutGrade(before))
                    .All(change => change == 0 || Math.Abs(change) >= smallest)
            );
    }

    static int WithoutGrade(IReadOnlyDictionary<string, int> figures)
    {
        var grades = figures
            .Where(pair => pair.Key.StartsWith(Measures.GradePrefix, StringComparison.Ordinal))
            .ToList();
        return grades.Count == 0 ? 0 : figures[Measures.Total] - grades.Sum(pair => pair.Value);
    }
}
