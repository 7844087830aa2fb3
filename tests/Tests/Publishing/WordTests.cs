using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Rendering;
using Throughline.Testing;

namespace Throughline.Tests.Publishing;

public sealed class WordTests
{
    private static readonly DateTime Made = new(2026, 9, 14, 0, 0, 0, DateTimeKind.Utc);

    private const string Draft = "A draft. The team has not agreed to it yet.";

    [Fact]
    public async Task A_plan_is_a_valid_word_file_with_headings_heads_captions_language_and_title()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();
        var file = PlanDocx.Write(await here.Document(), Made);

        Assert.Empty(WordCheck.Problems(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var styles = body.Descendants<ParagraphStyleId>()
            .Select(style => style.Val!.Value)
            .ToList();
        Assert.Equal(8, styles.Count(style => style == "Heading1"));
        Assert.Contains("Title", styles);
        Assert.Contains("Heading2", styles);
        Assert.Contains("Caption", styles);
        var tables = body.Descendants<Table>().ToList();
        Assert.NotEmpty(tables);
        Assert.All(
            tables,
            table =>
            {
                Assert.NotNull(
                    table
                        .GetFirstChild<TableRow>()!
                        .TableRowProperties!.GetFirstChild<TableHeader>()
                );
                Assert.NotNull(table.Descendants<TableCaption>().FirstOrDefault());
                Assert.All(
                    table.Elements<TableRow>(),
                    row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>())
                );
            }
        );
        // What leads into a list goes with it to the next page.
        var lists = body.Elements<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.NumberingProperties is not null)
            .Select(item => item.PreviousSibling<Paragraph>()!.ParagraphProperties!)
            .Where(before => before.ParagraphStyleId!.Val!.Value is "Normal" or "Quiet")
            .ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, before => Assert.NotNull(before.KeepNext));
        // A remark does not go to the next page by itself.
        var remarks = body.Elements<Paragraph>()
            .Where(paragraph => paragraph.InnerText is "This goal is still a draft." or Draft)
            .Select(remark => remark.PreviousSibling<Paragraph>()!.ParagraphProperties!)
            .ToList();
        Assert.True(remarks.Count > 1);
        Assert.All(remarks, before => Assert.NotNull(before.KeepNext));
        Assert.Equal(
            "en-US",
            word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val
        );
        Assert.Equal(
            "The computer science pathway of Marlow Falls Public Schools",
            word.PackageProperties.Title
        );
        Assert.Null(word.PackageProperties.Creator);
        Assert.Contains(
            word.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>(),
            field => field.Instruction!.Value!.Contains("NUMPAGES", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_workbook_is_a_valid_word_file_with_a_control_for_each_prompt()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        var workbook = await here.Workbook(isFilled: false);
        var file = PlanDocx.Write(workbook.Document, Made, workbook.Stamp.ToProperties());

        Assert.Empty(WordCheck.Problems(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var tags = word.MainDocumentPart!.Document!.Body!.Descendants<Tag>()
            .Select(tag => tag.Val!.Value)
            .ToList();
        Assert.Contains("team-charge", tags);
        Assert.Contains("launch-cadence", tags);
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }
}
