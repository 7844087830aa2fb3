using Throughline.Direction;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Direction;

/// <summary>The headline goal as a sentence.</summary>
public static class HeadlineWords
{
    public static string Sentence(Texts texts, HeadlineView goal) =>
        texts[
            "direction.headline.sentence",
            Year(goal.TargetClass),
            goal.TargetPercent.ToString("0.##", texts.Culture)
        ];

    public static string Definition(Texts texts, CompetencyRule rule) =>
        texts[
            "direction.headline.definition",
            rule.LeastGrade,
            rule.Course,
            rule.LeastScore,
            rule.Exam
        ];

    /// <summary>A year is not a number with a comma in it.</summary>
    public static string Year(int year) =>
        year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
