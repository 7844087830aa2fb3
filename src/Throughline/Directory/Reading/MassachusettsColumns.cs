namespace Throughline.Directory.Reading;

/// <summary>Where the columns of a Massachusetts school file stand. Order, letter case and spaces do not matter.</summary>
sealed class MassachusettsColumns
{
    public const string SchoolCode = "School Code";
    public const string SchoolName = "School Name";
    public const string DistrictCode = "District Code";
    public const string DistrictName = "District Name";
    public const string SchoolType = "School Type";
    public const string Street = "Address 1";
    public const string Town = "Town";
    public const string State = "State";
    public const string Zip = "Zip";
    public const string Grades = "Grade";
    public const string SchoolYear = "School Year";

    public static readonly IReadOnlyList<string> Required =
    [
        SchoolCode,
        SchoolName,
        DistrictCode,
        DistrictName,
    ];

    /// <summary>Persons' names and their telephone numbers: never read, never repeated.</summary>
    public static readonly IReadOnlyList<string> Personal =
    [
        "Contact Name",
        "Phone",
        "Fax",
        "Email",
    ];

    public static readonly IReadOnlyList<(Figure Figure, string Column)> FigureColumns =
    [
        .. GradeCodes.All.Select((grade, index) => (Figure.GradePK + index, grade + "_Enrollment")),
        (Figure.Total, "TOTAL_Enrollment"),
        (Figure.FirstLanguageNotEnglish, "First Language Not English"),
        (Figure.EnglishLearner, "English Language Learner"),
        (Figure.StudentsWithDisabilities, "Students With Disabilities"),
        (Figure.HighNeeds, "High Needs"),
        (Figure.EconomicallyDisadvantaged, "Economically Disadvantaged"),
        (Figure.AfricanAmericanShare, "% African American"),
        (Figure.AsianShare, "% Asian"),
        (Figure.HispanicShare, "% Hispanic"),
        (Figure.WhiteShare, "% White"),
        (Figure.NativeAmericanShare, "% Native American"),
        (Figure.PacificIslanderShare, "% Native Hawaiian, Pacific Islander"),
        (Figure.MultiRaceShare, "% Multi-Race, Non-Hispanic"),
        (Figure.MaleShare, "% Males"),
        (Figure.FemaleShare, "% Females"),
        (Figure.GraduationCohort, "# in Cohort"),
        (Figure.GraduatedShare, "% Graduated"),
    ];

    readonly string file;
    readonly IReadOnlyList<string> header;
    readonly Dictionary<string, int> places = [];
    readonly HashSet<string> doubled = [];
    readonly HashSet<int> used = [];

    public MassachusettsColumns(IReadOnlyList<string> header, string file, ReadingTally tally)
    {
        (this.header, this.file) = (header, file);
        for (var column = 0; column < header.Count; column++)
        {
            if (header[column].Length > 0 && !places.TryAdd(Key(header[column]), column))
            {
                doubled.Add(Key(header[column]));
            }
        }

        CheckRequired();
        Figures =
        [
            .. FigureColumns
                .Select(pair => (pair.Figure, Place: PlaceOf(pair.Column, tally)))
                .Where(pair => pair.Place >= 0),
        ];
        Percents =
        [
            .. PercentCheck
                .Pairs.Select(pair => (pair.Count, Place: PlaceOf("% " + pair.Column, tally)))
                .Where(pair => pair.Place >= 0),
        ];
    }

    public IReadOnlyList<(Figure Figure, int Place)> Figures { get; }
    public IReadOnlyList<(Figure Count, int Place)> Percents { get; }

    /// <summary>Letters and digits as they are, without spaces and letter case.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        var letters = new char[name.Length];
        var length = 0;
        foreach (var letter in name)
        {
            if (!char.IsWhiteSpace(letter))
            {
                letters[length++] = char.ToUpperInvariant(letter);
            }
        }

        return new string(letters, 0, length);
    }

    /// <summary>An optional column that stands twice is left out: nobody can say which of the two is meant.</summary>
    public int PlaceOf(string column, ReadingTally tally)
    {
        if (!places.TryGetValue(Key(column), out var place))
        {
            return -1;
        }

        used.Add(place);
        if (!doubled.Contains(Key(column)))
        {
            return place;
        }

        tally.LeaveOut(column, DirectorySentences.DoubledColumn, 0);
        return -1;
    }

    public void ListNotRead(ReadingTally tally)
    {
        for (var column = 0; column < header.Count; column++)
        {
            if (header[column].Length > 0 && !used.Contains(column))
            {
                tally.NotRead(header[column]);
            }
        }
    }

    void CheckRequired()
    {
        string[] missing = [.. Required.Where(name => !places.ContainsKey(Key(name)))];
        if (missing.Length > 0)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.MissingColumns(file, missing),
                1
            );
        }

        string[] twice = [.. Required.Where(name => doubled.Contains(Key(name)))];
        if (twice.Length > 0)
        {
            throw new DirectoryRefusedException(DirectorySentences.DoubledColumns(file, twice), 1);
        }
    }
}
