namespace Throughline.Analysis.Competency;

/// <summary>
/// The competency rate from records of students: the graduates of a class who met either route, each counted once, with their groups.
/// <para>
/// Route 1 is a result of at least the rule's grade in an equivalent course, in any year; route 2 a best exam score of at least the rule's.
/// Records of students who are not graduates of the class are counted and left out. O(records).
/// </para>
/// </summary>
/// <param name="All">Every graduate.</param>
/// <param name="ByGroup">By group, in ordinal order of the names. Groups overlap: their counts do not add up to all.</param>
/// <param name="OtherStudents">Records of students who are not among the graduates.</param>
/// <param name="OtherCourses">Graduates' results in courses that are not equivalent.</param>
/// <param name="NoResults">Graduates' results in equivalent courses that say nothing: withdrawn, in progress, blank.</param>
public sealed record StudentCompetency(
    CompetencyTally All,
    IReadOnlyDictionary<string, CompetencyTally> ByGroup,
    int OtherStudents,
    int OtherCourses,
    int NoResults
)
{
    private static readonly string[] Passes = ["P", "PASS", "CR", "S"];
    private static readonly string[] Fails = ["NP", "FAIL", "NC", "U"];
    private static readonly string[] None = ["", "W", "I", "IP", "NG", "AUD"];

    /// <summary>Counts.</summary>
    /// <exception cref="InputRefusedException">
    /// A graduate stands twice; a score is not 1 to 5; a result is neither a letter grade nor a known word; or it is a pass and the rule says
    /// nothing of passes. The sentence names the student's row by its number, from 1, never the student.
    /// </exception>
    public static StudentCompetency Of(
        IEnumerable<Graduate> graduates,
        IEnumerable<CourseResult> courses,
        IEnumerable<ExamSitting> exams,
        CompetencyRule rule
    )
    {
        var students = new Dictionary<string, Routes>(StringComparer.Ordinal);
        foreach (var (graduate, row) in graduates.Select((graduate, at) => (graduate, at + 1)))
        {
            if (!students.TryAdd(graduate.Student, new Routes(graduate.Groups)))
            {
                throw new InputRefusedException(
                    $"Graduate {row} of the list stands there twice; each graduate is listed once."
                );
            }
        }

        var (others, otherCourses, noResults) = (0, 0, 0);
        foreach (var (result, row) in courses.Select((result, at) => (result, at + 1)))
        {
            if (!students.TryGetValue(result.Student, out var routes))
            {
                others++;
            }
            else if (!rule.IsEquivalent(result.Course, result.Year))
            {
                otherCourses++;
            }
            else if (Counts(result, row, rule) is { } counts)
            {
                routes.Course |= counts;
            }
            else
            {
                noResults++;
            }
        }

        foreach (var (exam, row) in exams.Select((exam, at) => (exam, at + 1)))
        {
            if (exam.Score is < 1 or > 5)
            {
                throw new InputRefusedException(
                    $"Exam {row} of the list has the score {exam.Score}; 1 to 5 is expected."
                );
            }

            if (students.TryGetValue(exam.Student, out var routes))
            {
                routes.Exam |= exam.Score >= rule.LeastScore;
            }
            else
            {
                others++;
            }
        }

        return new StudentCompetency(
            CompetencyTally.Of(students.Values),
            new SortedDictionary<string, CompetencyTally>(
                students
                    .Values.SelectMany(routes =>
                        routes
                            .Groups.Distinct(StringComparer.Ordinal)
                            .Select(group => (group, routes))
                    )
                    .GroupBy(pair => pair.group, pair => pair.routes, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, CompetencyTally.Of, StringComparer.Ordinal),
                StringComparer.Ordinal
            ),
            others,
            otherCourses,
            noResults
        );
    }

    /// <summary>Null where the record is no result.</summary>
    private static bool? Counts(CourseResult result, int row, CompetencyRule rule)
    {
        if (LetterGrade.TryParse(result.Result, out var grade))
        {
            return grade >= rule.LeastGrade;
        }

        var word = result.Result.Trim().ToUpperInvariant();
        if (Passes.Contains(word))
        {
            return rule.PassCounts
                ?? throw new InputRefusedException(
                    $"Course result {row} of the list is a pass; the rule must say whether a pass counts."
                );
        }

        return Fails.Contains(word) ? false
            : None.Contains(word) ? null
            : throw new InputRefusedException(
                $"Course result {row} of the list is “{result.Result}”; a letter grade, P, NP or W is expected."
            );
    }

    internal sealed class Routes(IReadOnlyList<string> groups)
    {
        public IReadOnlyList<string> Groups => groups;

        public bool Course { get; set; }

        public bool Exam { get; set; }
    }
}

/// <summary>Graduates by the routes they met.</summary>
/// <param name="Graduates">All.</param>
/// <param name="Course">Who met route 1.</param>
/// <param name="Exam">Who met route 2.</param>
/// <param name="Both">Who met both.</param>
public sealed record CompetencyTally(int Graduates, int Course, int Exam, int Both)
{
    /// <summary>The rate: exact, as the overlap is known.</summary>
    public CompetencyRate Rate => CompetencyRate.Of(Course, Exam, Both, Graduates);

    internal static CompetencyTally Of(IEnumerable<StudentCompetency.Routes> students)
    {
        var (graduates, course, exam, both) = (0, 0, 0, 0);
        foreach (var routes in students)
        {
            graduates++;
            course += routes.Course ? 1 : 0;
            exam += routes.Exam ? 1 : 0;
            both += routes is { Course: true, Exam: true } ? 1 : 0;
        }

        return new CompetencyTally(graduates, course, exam, both);
    }
}
