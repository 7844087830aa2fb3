using Throughline.Directory;
using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>Groups overlap: a student may be in several.</summary>
internal sealed record SampleGroups(
    int FirstLanguageNotEnglish,
    int EnglishLearners,
    int WithDisabilities,
    int HighNeeds,
    int EconomicallyDisadvantaged
);

/// <summary>Races part the whole.</summary>
internal sealed record SampleRaces(
    int AfricanAmerican,
    int Asian,
    int Hispanic,
    int White,
    int NativeAmerican,
    int PacificIslander,
    int MultiRace
);

/// <param name="FirstGrade">0 for kindergarten.</param>
/// <param name="ByGrade">Students, from the first grade on.</param>
internal sealed record SampleSchool(
    string OrgCode,
    string Name,
    int FirstGrade,
    IReadOnlyList<int> ByGrade
)
{
    public required SampleGroups Groups { get; init; }

    public required SampleRaces Races { get; init; }

    public required int Girls { get; init; }

    public int Students => ByGrade.Sum();

    public IReadOnlyList<string> Grades => [.. GradeOrder.All.Skip(FirstGrade).Take(ByGrade.Count)];

    public int In(int grade) => ByGrade[grade - FirstGrade];

    public IEnumerable<(string Measure, int Count)> Figures() =>
        [
            (Measures.Total, Students),
            .. Grades.Zip(ByGrade, (grade, count) => (Measures.OfGrade(grade), count)),
            ("group:first-language-not-english", Groups.FirstLanguageNotEnglish),
            ("group:english-learner", Groups.EnglishLearners),
            ("group:students-with-disabilities", Groups.WithDisabilities),
            ("group:high-needs", Groups.HighNeeds),
            ("group:economically-disadvantaged", Groups.EconomicallyDisadvantaged),
            ("race:african-american", Races.AfricanAmerican),
            ("race:asian", Races.Asian),
            ("race:hispanic", Races.Hispanic),
            ("race:white", Races.White),
            ("race:native-american", Races.NativeAmerican),
            ("race:pacific-islander", Races.PacificIslander),
            ("race:multi-race", Races.MultiRace),
            ("sex:female", Girls),
            ("sex:male", Students - Girls),
        ];
}
