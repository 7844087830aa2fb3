using Throughline.Analysis.SchoolCalendar;

namespace Throughline.Analysis.Competency;

/// <summary>A course that counts as equivalent to the exam's course, for results of some school years.</summary>
/// <param name="Course">The course's code, compared without regard to case.</param>
/// <param name="From">The first school year in which a result counts; null: always.</param>
/// <param name="To">The last one; null: still.</param>
public sealed record CourseEquivalent(
    string Course,
    SchoolYear? From = null,
    SchoolYear? To = null
);

/// <summary>When a student is competent in computer science: the two routes, as a district or a programme defines them.</summary>
public sealed record CompetencyRule
{
    /// <summary>The lowest grade that counts. C counts C- out; a district that accepts C- says so here.</summary>
    public required LetterGrade LeastGrade { get; init; }

    /// <summary>The lowest exam score that counts, 1 to 5.</summary>
    public int LeastScore { get; init; } = 3;

    /// <summary>
    /// What a pass in a pass/fail course is worth: true counts, false does not; null states no rule, and the first such result that would
    /// matter is refused.
    /// </summary>
    public bool? PassCounts { get; init; }

    /// <summary>The register of equivalent courses.</summary>
    public required IReadOnlyList<CourseEquivalent> Equivalents { get; init; }

    /// <summary>Whether a result in this course in this school year is one of an equivalent course.</summary>
    public bool IsEquivalent(string course, SchoolYear year) =>
        Equivalents.Any(equivalent =>
            string.Equals(equivalent.Course, course.Trim(), StringComparison.OrdinalIgnoreCase)
            && !(equivalent.From is { } from && year < from)
            && !(equivalent.To is { } to && year > to)
        );
}
