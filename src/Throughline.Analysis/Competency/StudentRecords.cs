using Throughline.Analysis.SchoolCalendar;

namespace Throughline.Analysis.Competency;

/// <summary>A graduate of the class whose rate is computed; the class's definition (four-year, all) is whoever lists them.</summary>
/// <param name="Student">The student's id: any text that is the same in all records.</param>
/// <param name="Groups">Groups the student is in, none to many: they overlap and are never summed.</param>
public sealed record Graduate(string Student, IReadOnlyList<string> Groups);

/// <summary>A final result in a course, in any grade: what was earned in grade 8 counts when the student graduates.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Course">The course's code.</param>
/// <param name="Year">The school year of the result.</param>
/// <param name="Result">A letter grade, or P, PASS, CR for a pass, F, NP, FAIL, NC for none; W, I, IP and blank are no result.</param>
public sealed record CourseResult(string Student, string Course, SchoolYear Year, string Result);

/// <summary>An exam sat, 1 to 5; the best of a student's counts.</summary>
public sealed record ExamSitting(string Student, int Score);
