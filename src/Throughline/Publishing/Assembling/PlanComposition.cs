using Throughline.Direction;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Assembling;

/// <summary>The order of the document: its head, and its eight sections.</summary>
internal static class PlanComposition
{
    private static readonly string[] Grades =
    [
        "K",
        .. Enumerable
            .Range(1, 12)
            .Select(grade => grade.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static PlanDocument Of(PlanMaterial material)
    {
        var district = material.Wanted.District;
        (string Key, IReadOnlyList<Block> Blocks)[] sections =
        [
            ("why", WhySection.Of(material)),
            ("vision", VisionSection.Of(material)),
            ("goals", GoalSection.Of(material)),
            ("decisions", DecisionSection.Of(material)),
            ("actions", ActionSection.Of(material)),
            ("who", WhoSection.Of(material)),
            ("work", AnswerSection.Of(material)),
            ("open", OpenSection.Of(material)),
        ];
        return new PlanDocument(
            PlanDocument.CurrentFormat,
            material.Wanted.Title ?? material.Say("title", material.School?.Name ?? district.Name),
            district.Name,
            district.IsInvented,
            material.School?.Name,
            material.T.Language,
            material.T.Direction == "rtl",
            material.Wanted.Today,
            material.Wanted.Version,
            MetaOf(material),
            material.Say("contents"),
            Opening(material),
            [
                .. sections.Select(
                    (section, i) =>
                        new Section(i + 1, material.Say("section." + section.Key), section.Blocks)
                ),
            ]
        );
    }

    private static string MetaOf(PlanMaterial material)
    {
        var (wanted, district) = (material.Wanted, material.Wanted.District);
        var name = district.IsInvented
            ? $"{district.Name} {material.T["common.invented"]}"
            : district.Name;
        string?[] parts =
        [
            name,
            material.School?.Name,
            district is { BandFrom: { } from, BandTo: { } to }
                ? material.Say("kind-band", from, to)
                : material.Say("kind"),
            wanted.Version is { } version
                ? material.Say("version", version, wanted.Today)
                : material.Say("as-of", wanted.Today),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static List<Block> Opening(PlanMaterial material)
    {
        var blocks = new List<Block> { LineOf(material) };
        if (material.Direction.Vision is { Status: VisionStatus.Adopted } vision)
        {
            blocks.Add(new LargeSentence(vision.Text));
        }

        if (material.Plan.Note is { Length: > 0 } note)
        {
            blocks.Add(new Paragraph(note));
        }

        return blocks;
    }

    internal static GradeLine LineOf(PlanMaterial material)
    {
        var district = material.Wanted.District;
        var from = Array.IndexOf(Grades, district.BandFrom);
        var to = Array.IndexOf(Grades, district.BandTo);
        return new GradeLine(
            from < 0 || to < from
                ? material.Say("line-none")
                : material.Say("line", Grades[from], Grades[to]),
            [.. Grades.Select((name, i) => new GradeMark(name, from >= 0 && i >= from && i <= to))]
        );
    }
}
