namespace Throughline.Analysis.Projection;

/// <summary>A chance known from counts: Beta(yes + 1/2, no + 1/2), Jeffreys' prior. Exact where <see cref="Of"/> is infinite.</summary>
/// <param name="Yes">How many did, zero or more.</param>
/// <param name="Of">Out of how many, at least <paramref name="Yes"/>.</param>
public sealed record Chance(double Yes, double Of)
{
    /// <summary>A chance that is not in doubt.</summary>
    public static Chance Certain(double share) => new(share, double.PositiveInfinity);

    /// <summary>The middle: the mean of what the chance may be.</summary>
    public double Mean => double.IsInfinity(Of) ? Yes : (Yes + 0.5) / (Of + 1);

    internal double Draw(CounterRandom random, int at) =>
        double.IsInfinity(Of) ? Yes : random.Beta(Yes + 0.5, Of - Yes + 0.5, at);

    internal void Check(string name)
    {
        if (!(Yes >= 0 && Yes <= (double.IsInfinity(Of) ? 1 : Of)))
        {
            throw new InputRefusedException($"{name}: {Yes} of {Of} is no share.");
        }
    }
}

/// <summary>Students who are counted apart. The groups of a plan part the students: nobody is in two, everybody is in one.</summary>
/// <param name="Name">What the group is called.</param>
/// <param name="Share">Of the students, above 0; the groups' shares sum to 1.</param>
/// <param name="TakeUp">Its readiness to take a course over everybody's, above 0: 0.5 is half as ready.</param>
/// <param name="Pass">Its chance to meet the mark; null where it is everybody's.</param>
public sealed record PathwayGroup(
    string Name,
    double Share,
    double TakeUp = 1,
    Chance? Pass = null
);

/// <summary>A course that everybody in a grade takes, as far as there are seats.</summary>
/// <param name="Grade">9 to 12.</param>
/// <param name="FromYear">Years ahead of the first year in which it holds, at least 1.</param>
public sealed record RequiredCourse(int Grade, int FromYear);

/// <summary>What a district does, year by year, and what is known of its students' choices. The levers of the simulation.</summary>
public sealed record PathwayPlan
{
    /// <summary>Students a section seats.</summary>
    public double ClassSize { get; init; } = 24;

    /// <summary>Sections a teacher teaches in a year.</summary>
    public double SectionsPerTeacher { get; init; } = 2;

    /// <summary>Teachers trained for the course at the start.</summary>
    public int Teachers { get; init; }

    /// <summary>Sections scheduled at the start.</summary>
    public double Sections { get; init; }

    /// <summary>Sections added each year.</summary>
    public double AddedSections { get; init; }

    /// <summary>Teachers trained each year; null trains as many as the scheduled sections need.</summary>
    public int? TrainedTeachers { get; init; }

    /// <summary>The chance that a teacher is still there a year later.</summary>
    public Chance Retention { get; init; } = Chance.Certain(1);

    /// <summary>The chance that a student who takes the course meets the mark.</summary>
    public Chance Pass { get; init; } = Chance.Certain(1);

    /// <summary>The chance that a student not yet competent wants the course in a year, by grade 9 to 12.</summary>
    public IReadOnlyList<Chance> TakeUp { get; init; } =
    [Chance.Certain(0), Chance.Certain(0), Chance.Certain(0), Chance.Certain(0)];

    /// <summary>The share already competent at the start of the first year, by grade 9 to 12.</summary>
    public IReadOnlyList<double> Competent { get; init; } = [0, 0, 0, 0];

    /// <summary>Groups that part the students; none: everybody is one.</summary>
    public IReadOnlyList<PathwayGroup> Groups { get; init; } = [];

    /// <summary>Whether seats go to the groups by their share of the students who are not yet competent, not by who asks.</summary>
    public bool SeatsByShare { get; init; }

    public RequiredCourse? Required { get; init; }

    /// <exception cref="InputRefusedException">A figure is impossible: the sentence names it.</exception>
    public PathwayPlan Checked()
    {
        Least("class size", ClassSize, 1);
        Least("sections a teacher", SectionsPerTeacher, 0.1);
        Least("teachers", Teachers, 0);
        Least("sections", Sections, 0);
        Least("sections added", AddedSections, -1000);
        Least("teachers trained", TrainedTeachers ?? 0, 0);
        Retention.Check("retention");
        Pass.Check("pass");
        if (TakeUp.Count != 4 || Competent.Count != 4)
        {
            throw new InputRefusedException(
                "Take-up and competence are given for the grades 9 to 12: four figures."
            );
        }

        foreach (var chance in TakeUp)
        {
            chance.Check("take-up");
        }

        if (Competent.Any(share => !(share >= 0 && share <= 1)))
        {
            throw new InputRefusedException("The share already competent lies between 0 and 1.");
        }

        foreach (var group in Groups)
        {
            Least($"share of {group.Name}", group.Share, 1e-9);
            Least($"take-up of {group.Name}", group.TakeUp, 0);
            group.Pass?.Check($"pass of {group.Name}");
        }

        if (Groups.Count > 0 && Math.Abs(Groups.Sum(group => group.Share) - 1) > 1e-6)
        {
            throw new InputRefusedException(
                $"The groups' shares sum to {Groups.Sum(group => group.Share):0.###}; they must part the students and sum to 1. Groups that overlap are projected one at a time."
            );
        }

        return Required is { Grade: < 9 or > 12 } or { FromYear: < 1 }
            ? throw new InputRefusedException(
                "A required course is in grade 9 to 12, from the first year ahead on or later."
            )
            : this;
    }

    private static void Least(string name, double value, double least)
    {
        if (!(value >= least && value <= 1e9))
        {
            throw new InputRefusedException(
                FormattableString.Invariant($"{name}: {value} is below {least} or no number.")
            );
        }
    }
}
