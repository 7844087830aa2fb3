using System.Runtime.CompilerServices;

namespace Throughline.Directory.Reading;

/// <summary>Names are stored: never rename one. Grades stand in the order of <see cref="GradeCodes.All"/>.</summary>
public enum Figure
{
    Total,
    GradePK,
    GradeK,
    Grade1,
    Grade2,
    Grade3,
    Grade4,
    Grade5,
    Grade6,
    Grade7,
    Grade8,
    Grade9,
    Grade10,
    Grade11,
    Grade12,
    GradeSP,
    FirstLanguageNotEnglish,
    EnglishLearner,
    StudentsWithDisabilities,
    HighNeeds,
    EconomicallyDisadvantaged,
    GraduationCohort,
    GraduatedShare,
    AfricanAmericanShare,
    AsianShare,
    HispanicShare,
    WhiteShare,
    NativeAmericanShare,
    PacificIslanderShare,
    MultiRaceShare,
    MaleShare,
    FemaleShare,
}

/// <summary>A school's figures. Absent means not reported; it is never zero. Shares are percent with one decimal.</summary>
public sealed class SchoolFigures : IEquatable<SchoolFigures>
{
    public const Figure FirstShare = Figure.GraduatedShare;

    /// <summary>Figures are held in two bytes each, because a reading holds up to 200,000 schools at once.</summary>
    public const int MostPupils = 65_000;
    const ushort Absent = ushort.MaxValue;
    Values values;

    internal SchoolFigures()
    {
        ((Span<ushort>)values).Fill(Absent);
    }

    public static IReadOnlyList<Figure> All { get; } = Enum.GetValues<Figure>();

    /// <summary>The reported total; where a file reports grades only, their sum.</summary>
    public int? Pupils => Count(Figure.Total) ?? SumOfGrades;

    internal int? SumOfGrades
    {
        get
        {
            int? sum = null;
            for (var grade = Figure.GradePK; grade <= Figure.GradeSP; grade++)
            {
                sum = Count(grade) is { } pupils ? (sum ?? 0) + pupils : sum;
            }

            return sum;
        }
    }

    public int? Count(Figure figure)
    {
        return figure < FirstShare && values[(int)figure] is not Absent and var count
            ? count
            : null;
    }

    public decimal? Share(Figure figure)
    {
        return figure >= FirstShare && values[(int)figure] is not Absent and var tenths
            ? new decimal(tenths, 0, 0, false, 1)
            : null;
    }

    public int? PupilsIn(string grade)
    {
        return GradeCodes.IndexOf(grade) is >= 0 and var index
            ? Count(Figure.GradePK + index)
            : null;
    }

    public bool Equals(SchoolFigures? other)
    {
        return other is not null && ((ReadOnlySpan<ushort>)values).SequenceEqual(other.values);
    }

    public override bool Equals(object? obj)
    {
        return Equals(obj as SchoolFigures);
    }

    public override int GetHashCode()
    {
        return HashCode.Combine(
            values[0],
            values[(int)Figure.Grade9],
            values[(int)Figure.HighNeeds]
        );
    }

    /// <summary>Counts are whole pupils; shares are given in tenths of a percent.</summary>
    internal void Set(Figure figure, int value)
    {
        values[(int)figure] = checked((ushort)value);
    }

    internal void Clear(Figure first, Figure last)
    {
        ((Span<ushort>)values)[(int)first..((int)last + 1)].Fill(Absent);
    }

    [InlineArray(32)]
    struct Values
    {
        ushort first;
    }
}
