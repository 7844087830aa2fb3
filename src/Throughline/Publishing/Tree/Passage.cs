using System.Globalization;

namespace Throughline.Publishing.Tree;

/// <summary>A part of a plan that can be spoken of by itself: a section, or what stands under a heading in it.</summary>
/// <param name="Key"><c>s3</c> the third section, <c>s3-2</c> its second heading. In a published version it never changes.</param>
/// <param name="Heading">Null for the section as a whole.</param>
public sealed record Passage(string Key, string Section, string? Heading)
{
    public string Name => Heading is null ? Section : $"{Section}: {Heading}";

    public static IReadOnlyList<Passage> Of(PlanDocument document) =>
        [
            .. document.Sections.SelectMany(section =>
                section
                    .Blocks.OfType<Heading>()
                    .Where(heading => heading.Level == 2)
                    .Select(
                        (heading, at) =>
                            new Passage(KeyOf(section.Anchor, at + 1), section.Title, heading.Text)
                    )
                    .Prepend(new Passage(section.Anchor, section.Title, null))
            ),
        ];

    internal static string KeyOf(string anchor, int heading) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor}-{heading}");
}
