using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Rendering;

/// <summary>The look of the Word document, as styles: whoever opens it can restyle it in one place.</summary>
internal static class WordStyles
{
    private const string Serif = "Georgia";
    private const string Sans = "Calibri";
    private const string Ink = "1B2124";
    private const string Quiet = "545C60";

    /// <summary>The language as word processors name it.</summary>
    public static string TagOf(PlanDocument document) =>
        document.Language switch
        {
            "en" => "en-US",
            "es" => "es-US",
            var other => other,
        };

    public static Styles For(PlanDocument document) =>
        new(
            Defaults(document),
            Style("Normal", "Normal", after: 140, isDefault: true),
            Style("Logo", "Logo", after: 240),
            Style("Title", "Title", Serif, 52, after: 360),
            Style("Subtitle", "Subtitle", size: 19, color: Quiet, after: 60),
            Style("Heading1", "heading 1", Serif, 34, before: 520, after: 160, level: 0),
            Style("Heading2", "heading 2", Serif, 28, before: 320, after: 100, level: 1),
            Style("Heading3", "heading 3", Serif, 23, before: 240, after: 80, level: 2, bold: true),
            Style("LargeSentence", "Large sentence", Serif, 29, before: 160, after: 240),
            Style("Quiet", "Quiet", size: 19, color: Quiet, after: 120),
            Style("Gap", "Gap", size: 20, color: Quiet, before: 120, after: 200, border: "dashed"),
            Style("Fact", "Fact", after: 60, hanging: 2600),
            Style("ListBullet", "List Bullet", after: 60),
            Style("ListNumber", "List Number", after: 60),
            Style("Caption", "caption", size: 19, before: 200, after: 80, bold: true, keep: true),
            Style(
                "TableHead",
                "Table head",
                size: 18,
                color: Quiet,
                bold: true,
                before: 40,
                after: 40,
                keep: true
            ),
            Style("TableText", "Table text", size: 20, before: 40, after: 40),
            Style("AfterTable", "After table", size: 8),
            Style("Grade", "Grade", size: 19, before: 40, centered: true),
            Style("Answer", "Answer"),
            Style("BoxCode", "Box code", size: 15, color: Quiet, keep: true),
            Style(
                "ContentsTitle",
                "Contents title",
                size: 20,
                before: 240,
                after: 60,
                bold: true,
                keep: true
            ),
            Style("Contents", "Contents", after: 40),
            Style("Footer", "footer", size: 17, color: Quiet),
            TableStyleOf("PlanTable", "Plan table", lines: true),
            TableStyleOf("GradeTable", "Grade table", lines: false)
        );

    private static DocDefaults Defaults(PlanDocument document)
    {
        var run = new RunPropertiesBaseStyle(
            new RunFonts
            {
                Ascii = Sans,
                HighAnsi = Sans,
                ComplexScript = Sans,
            },
            new Color { Val = Ink },
            new FontSize { Val = "22" },
            new FontSizeComplexScript { Val = "22" },
            new Languages
            {
                Val = TagOf(document),
                Bidi = document.RightToLeft ? TagOf(document) : "ar-SA",
            }
        );
        var paragraph = new ParagraphPropertiesBaseStyle();
        if (document.RightToLeft)
        {
            paragraph.Append(new BiDi());
        }

        paragraph.Append(
            new SpacingBetweenLines
            {
                After = "0",
                Line = "276",
                LineRule = LineSpacingRuleValues.Auto,
            }
        );
        return new DocDefaults(
            new RunPropertiesDefault(run),
            new ParagraphPropertiesDefault(paragraph)
        );
    }

    private static Style Style(
        string id,
        string name,
        string? font = null,
        int size = 0,
        string? color = null,
        int before = 0,
        int after = 0,
        int? level = null,
        bool bold = false,
        bool keep = false,
        bool centered = false,
        string? border = null,
        int hanging = 0,
        bool isDefault = false
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (keep || level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (border is not null)
        {
            paragraph.Append(Box(border == "dashed" ? BorderValues.Dashed : BorderValues.Single));
        }

        if (hanging > 0)
        {
            paragraph.Append(
                new Tabs(new TabStop { Val = TabStopValues.Left, Position = hanging })
            );
        }

        paragraph.Append(
            new SpacingBetweenLines
            {
                Before = PlanDocx.Number(before),
                After = PlanDocx.Number(after),
            }
        );
        if (hanging > 0)
        {
            var indent = PlanDocx.Number(hanging);
            paragraph.Append(new Indentation { Left = indent, Hanging = indent });
        }

        if (border is not null)
        {
            // The frame stands around its text: moved in, it ends where the lines of text do.
            paragraph.Append(new Indentation { Left = "130", Right = "130" });
        }

        if (centered)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle =
                char.IsUpper(name[0])
                && name is not ("Normal" or "Title" or "Subtitle" or "List Bullet" or "List Number")
                    ? true
                    : null,
        };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, RunOf(font, size, color, bold));
        return style;
    }

    private static StyleRunProperties RunOf(string? font, int size, string? color, bool bold)
    {
        var run = new StyleRunProperties();
        if (font is not null)
        {
            run.Append(new RunFonts { Ascii = font, HighAnsi = font });
        }

        if (bold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        if (color is not null)
        {
            run.Append(new Color { Val = color });
        }

        if (size > 0)
        {
            run.Append(
                new FontSize { Val = PlanDocx.Number(size) },
                new FontSizeComplexScript { Val = PlanDocx.Number(size) }
            );
        }

        return run;
    }

    private static ParagraphBorders Box(BorderValues line) =>
        new(
            new TopBorder
            {
                Val = line,
                Size = 6,
                Space = 4,
                Color = "8D9699",
            },
            new LeftBorder
            {
                Val = line,
                Size = 6,
                Space = 6,
                Color = "8D9699",
            },
            new BottomBorder
            {
                Val = line,
                Size = 6,
                Space = 4,
                Color = "8D9699",
            },
            new RightBorder
            {
                Val = line,
                Size = 6,
                Space = 6,
                Color = "8D9699",
            }
        );

    private static Style TableStyleOf(string id, string name, bool lines)
    {
        var properties = new StyleTableProperties();
        if (lines)
        {
            properties.Append(
                new TableBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "B9BFC1",
                    },
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "B9BFC1",
                    },
                    new InsideHorizontalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "DCD8CC",
                    }
                )
            );
        }

        properties.Append(
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }
            )
        );
        return new Style(new StyleName { Val = name }, properties)
        {
            Type = StyleValues.Table,
            StyleId = id,
            CustomStyle = true,
        };
    }
}
