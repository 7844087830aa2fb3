using Throughline.Analysis.Disclosure;
using TableCell = Throughline.Analysis.Disclosure.TableCell;

namespace Throughline.Feedback.OpenData;

/// <summary>Published figures as the tables that anybody can make of them: what the next publication is held against.</summary>
public static class ReleasedTables
{
    public static IEnumerable<CountTable> Of(Figures figures)
    {
        foreach (var question in figures.Questions)
        {
            if (question.Several)
            {
                foreach (var option in question.Options)
                {
                    yield return Table(
                        figures,
                        $"{question.Field}={option.Code}",
                        [(CountedField.Yes, option)],
                        hasRest: true
                    );
                }
            }
            else
            {
                yield return Table(
                    figures,
                    question.Field,
                    [
                        .. question.Options.Select(option =>
                            (option.Code ?? CountedField.Nothing, option)
                        ),
                    ]
                );
            }
        }
    }

    private static CountTable Table(
        Figures figures,
        string name,
        IReadOnlyList<(string At, OptionFigures Option)> lines,
        bool hasRest = false
    )
    {
        var place = "published: " + name;
        var cells = new List<TableCell>();
        Group(null, figures.Answers, option => option.Count);
        foreach (var (index, group) in (figures.Segment?.Groups ?? []).Index())
        {
            Group(group.Code ?? CountedField.Nothing, group.Count, option => option.ByGroup[index]);
        }

        return new CountTable(
            name,
            figures.Segment is { } segment ? [segment.Code, name] : [name],
            cells
        )
        {
            Overlapping = figures.Segment is { Overlaps: true, Code: var groups } ? [groups] : [],
        };

        void Group(string? group, int? size, Func<OptionFigures, int?> countOf)
        {
            cells.Add(new TableCell(At(group, null), size, place));
            foreach (var (at, option) in lines)
            {
                cells.Add(new TableCell(At(group, at), countOf(option), place));
                if (hasRest)
                {
                    // Anybody can subtract those who chose it from all.
                    cells.Add(
                        new TableCell(At(group, CountedField.No), size - countOf(option), place)
                        {
                            IsDerived = true,
                        }
                    );
                }
            }
        }

        IReadOnlyList<string?> At(string? group, string? code) =>
            figures.Segment is null ? [code] : [group, code];
    }
}
