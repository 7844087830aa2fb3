using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Analysis;
using Throughline.Analysis.Projection;

namespace Throughline.App.Cli.Calculations;

/// <summary>
/// What a district, or every district of a file, is to do: <c>--levers l.json</c>. All members may be left out; an unknown one is
/// refused, as a misspelled lever that moves nothing would mislead.
/// </summary>
public sealed record LeversFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public int Runs { get; init; } = 10_000;

    public double ClassSize { get; init; } = 24;

    public double SectionsPerTeacher { get; init; } = 2;

    /// <summary>Sections and teachers at the start; null where the courses file says how many are needed today.</summary>
    public double? Sections { get; init; }

    public int? Teachers { get; init; }

    public double AddedSections { get; init; }

    /// <summary>Teachers trained each year; null trains as many as the sections need.</summary>
    public int? TrainedTeachers { get; init; }

    /// <summary>Null where the retention file says it.</summary>
    public double? Retention { get; init; }

    /// <summary>Of how many takers how many met the mark; null: who takes the course counts.</summary>
    public Counts? Pass { get; init; }

    /// <summary>The chance, in a year, that a student not yet competent wants the course: by grade, "9" to "12".</summary>
    public IReadOnlyDictionary<string, double>? TakeUp { get; init; }

    public IReadOnlyList<Group> Groups { get; init; } = [];

    public bool SeatsByShare { get; init; }

    public Course? RequiredCourse { get; init; }

    /// <summary>The probability with which the target must be reached, for the smallest plan.</summary>
    public double Probability { get; init; } = 0.8;

    public sealed record Counts(double Met, double Of);

    public sealed record Group(string Name, double Share, double TakeUp = 1, Counts? Pass = null);

    public sealed record Course(int Grade, string From);

    public static LeversFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<LeversFile>(file, Strict)
                ?? throw new InputRefusedException(
                    $"{Path.GetFileName(path)}: an object is expected."
                );
        }
        catch (JsonException broken)
        {
            throw new InputRefusedException(
                $"{Path.GetFileName(path)}, line {broken.LineNumber + 1}, {broken.Path ?? "$"}: this is no levers file. {Reason(broken)}",
                broken
            );
        }
    }

    /// <summary>The plan of one district, with what the other files know of it.</summary>
    public PathwayPlan Plan(CourseFigures? courses, Chance? retention, int firstYear)
    {
        var takers = courses?.TakersAYear ?? 0;
        var sections = Sections ?? Math.Ceiling(takers / ClassSize);
        var pass = Pass is { } counts ? new Chance(counts.Met, counts.Of) : Chance.Certain(1);
        return new PathwayPlan
        {
            ClassSize = ClassSize,
            SectionsPerTeacher = SectionsPerTeacher,
            Sections = sections,
            Teachers = Teachers ?? (int)Math.Ceiling(sections / SectionsPerTeacher),
            AddedSections = AddedSections,
            TrainedTeachers = TrainedTeachers,
            Retention = Retention is { } share
                ? Chance.Certain(share)
                : retention ?? Chance.Certain(1),
            Pass = pass,
            TakeUp = [.. Enumerable.Range(9, 4).Select(grade => Wanting(grade, courses))],
            Competent = [0, 0, 0, (courses?.Share ?? 0) * pass.Mean],
            Groups =
            [
                .. Groups.Select(group => new PathwayGroup(
                    group.Name,
                    group.Share,
                    group.TakeUp,
                    group.Pass is { } own ? new Chance(own.Met, own.Of) : null
                )),
            ],
            SeatsByShare = SeatsByShare,
            Required = RequiredCourse is { } course
                ? new RequiredCourse(course.Grade, Math.Max(1, Year(course.From) - firstYear + 1))
                : null,
        };
    }

    private Chance Wanting(int grade, CourseFigures? courses)
    {
        if (TakeUp is not null)
        {
            return Chance.Certain(TakeUp.GetValueOrDefault($"{grade}"));
        }

        // Whoever asks today is whoever has a seat today: nothing else is known.
        return grade >= 11 && courses is { Students: > 0 }
            ? new Chance(Math.Min(courses.Takers, courses.Students), courses.Students)
            : Chance.Certain(0);
    }

    private static int Year(string text) =>
        EnrollmentFile.ParseYear(text)?.EndYear
        ?? throw new InputRefusedException(
            $"requiredCourse, from: “{text}” is no school year; 2027-28 is expected."
        );

    private static string Reason(JsonException broken) =>
        broken.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? "There is no such lever."
            : "The value has not the kind that is expected there.";
}
