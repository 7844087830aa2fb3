namespace Throughline.Directory.Reading;

/// <summary>Reads a row's figures and checks them against each other.</summary>
sealed class MassachusettsFigures(
    CsvTable table,
    string file,
    MassachusettsColumns columns,
    ReadingTally tally
)
{
    readonly PercentCheck[] checks =
    [
        .. columns.Percents.Select(pair => new PercentCheck(
            file,
            table.Header[pair.Place],
            PercentCheck.CountColumn(pair.Count),
            tally
        )),
    ];

    public SchoolFigures Read()
    {
        var figures = new SchoolFigures();
        foreach (var (figure, place) in columns.Figures)
        {
            int? value;
            var reason =
                figure < SchoolFigures.FirstShare
                    ? CellText.Count(table.Cell(place), out value)
                    : CellText.Share(table.Cell(place), out value);
            if (reason is not null)
            {
                Refuse(place, reason);
            }
            else if (value is { } given)
            {
                figures.Set(figure, given);
            }
        }

        CheckSum(figures);
        CheckGroups(figures);
        CheckPercents(figures);
        return figures;
    }

    public void Report()
    {
        foreach (var check in checks)
        {
            check.Report();
        }
    }

    /// <summary>When grades and total disagree nobody can say which of them is wrong: neither is kept.</summary>
    void CheckSum(SchoolFigures figures)
    {
        if (figures.Count(Figure.Total) is not { } total || figures.SumOfGrades is not { } sum)
        {
            return;
        }

        if (sum > total || (sum < total && HasEveryGrade(figures)))
        {
            Refuse(PlaceOf(Figure.Total), DirectorySentences.WrongTotal(sum, total));
            figures.Clear(Figure.Total, Figure.GradeSP);
        }
    }

    void CheckGroups(SchoolFigures figures)
    {
        if (figures.Count(Figure.Total) is not { } total)
        {
            return;
        }

        for (
            var group = Figure.FirstLanguageNotEnglish;
            group <= Figure.EconomicallyDisadvantaged;
            group++
        )
        {
            if (figures.Count(group) > total)
            {
                Refuse(PlaceOf(group), DirectorySentences.MoreThanAll);
                figures.Clear(group, group);
            }
        }
    }

    void CheckPercents(SchoolFigures figures)
    {
        for (var index = 0; index < checks.Length; index++)
        {
            var (count, place) = columns.Percents[index];
            var reason = CellText.Share(table.Cell(place), out var tenths);
            if (reason is not null)
            {
                Refuse(place, reason);
            }
            else if (
                tenths is { } given
                && figures.Count(count) is { } pupils
                && figures.Count(Figure.Total) is { } total
            )
            {
                checks[index].Judge(table.Row, given, pupils, total);
            }
        }
    }

    static bool HasEveryGrade(SchoolFigures figures)
    {
        return Enumerable
            .Range((int)Figure.GradePK, GradeCodes.All.Count)
            .All(grade => figures.Count((Figure)grade) is not null);
    }

    int PlaceOf(Figure figure)
    {
        return columns.Figures.First(pair => pair.Figure == figure).Place;
    }

    void Refuse(int place, string reason)
    {
        tally.Refuse(file, table.Row, table.Header[place], reason);
    }
}
