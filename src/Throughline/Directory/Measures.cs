using System.Text.Json;
using Throughline.Directory.Reading;

namespace Throughline.Directory;

/// <summary>The codes under which figures are stored: <c>total</c>, <c>grade:9</c>, <c>group:english-learner</c>, <c>sex:female</c>.</summary>
public static class Measures
{
    public const string Total = "total";
    public const string GradePrefix = "grade:";

    private static readonly Dictionary<Figure, string> Groups = new()
    {
        [Figure.FirstLanguageNotEnglish] = "group:first-language-not-english",
        [Figure.EnglishLearner] = "group:english-learner",
        [Figure.StudentsWithDisabilities] = "group:students-with-disabilities",
        [Figure.HighNeeds] = "group:high-needs",
        [Figure.EconomicallyDisadvantaged] = "group:economically-disadvantaged",
        [Figure.AfricanAmericanShare] = "race:african-american",
        [Figure.AsianShare] = "race:asian",
        [Figure.HispanicShare] = "race:hispanic",
        [Figure.WhiteShare] = "race:white",
        [Figure.NativeAmericanShare] = "race:native-american",
        [Figure.PacificIslanderShare] = "race:pacific-islander",
        [Figure.MultiRaceShare] = "race:multi-race",
        [Figure.MaleShare] = "sex:male",
        [Figure.FemaleShare] = "sex:female",
    };

    public static IEnumerable<string> OfGroups => Groups.Values;

    public static string OfGrade(string grade) => GradePrefix + grade;

    /// <summary>
    /// What is stored of a school. Where the source publishes a share only (race, sex), the count is the share of the total,
    /// rounded: exact for schools of fewer than a thousand, off by at most a few pupils above.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, int>> Of(SchoolFigures figures)
    {
        if (figures.Pupils is not { } total)
        {
            yield break;
        }

        yield return new(Total, total);
        foreach (var grade in GradeCodes.All)
        {
            if (figures.PupilsIn(grade) is > 0 and var pupils)
            {
                yield return new(OfGrade(grade), pupils);
            }
        }

        foreach (var (figure, measure) in Groups)
        {
            if (figures.Count(figure) is { } count)
            {
                yield return new(measure, count);
            }
            else if (figures.Share(figure) is { } share)
            {
                yield return new(
                    measure,
                    (int)Math.Round(total * share / 100, MidpointRounding.AwayFromZero)
                );
            }
        }
    }

    public static string ToJson(Dictionary<string, int> figures) =>
        JsonSerializer.Serialize(figures);

    public static Dictionary<string, int> FromJson(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(json)!;
}
