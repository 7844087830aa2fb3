using Throughline.Direction;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages.Direction;

/// <summary>How a group of students and its number are said: never a bare percentage, never a small number.</summary>
public static class GroupWords
{
    public static string Name(Texts texts, string measure)
    {
        var key = "direction.measure." + measure.Replace(':', '.');
        return texts.Has(key)
            ? texts[key]
            : measure[(measure.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    public static string Sentence(Texts texts, SubgroupView group) =>
        group.Grades is null
            ? $"{Name(texts, group.Measure)}: {Number(texts, group.Count)}"
            : $"{texts["direction.equity.in-grades", Name(texts, group.Measure), group.Grades]}: {Number(texts, group.Count)}";

    public static string Number(Texts texts, GroupCount count)
    {
        if (count.Kind == GroupCountKind.NotReported)
        {
            return texts["direction.count.not-reported"];
        }

        var year = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{count.EndYear - 1}-{count.EndYear % 100:00}"
        );
        var said = (count.Kind, count.Total) switch
        {
            (_, null) => texts["direction.count.few"],
            (GroupCountKind.Exact, { } all) => texts["direction.count.exact", count.Count, all],
            (GroupCountKind.FewerThanTen, { } all) => texts["direction.count.few-of", all],
            (GroupCountKind.AllButFewerThanTen, { } all) => texts["direction.count.all-but", all],
            (_, { } all) => texts["direction.count.held-back", all],
        };
        return count.Schools < count.AllSchools
            ? texts["direction.count.year-some", said, year, count.Schools, count.AllSchools]
            : texts["direction.count.year", said, year];
    }
}
