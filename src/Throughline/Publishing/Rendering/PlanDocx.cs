using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing.Rendering;

/// <summary>
/// The tree as a Word document: real heading styles, lists, captions and table heads, its language and title set, nobody named as its
/// author. The body is written as a stream.
/// </summary>
public static class PlanDocx
{
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="made">Goes into the file's properties.</param>
    /// <param name="kept">Kept inside the file, unseen: a workbook's stamp.</param>
    public static byte[] Write(
        PlanDocument document,
        DateTime made,
        IReadOnlyDictionary<string, string>? kept = null
    )
    {
        using var stream = new MemoryStream();
        using (
            var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document)
        )
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.For(document);
            var settings = main.AddNewPart<DocumentSettingsPart>("settings");
            settings.Settings = SettingsOf(document);
            var footer = main.AddNewPart<FooterPart>("footer");
            footer.Footer = FooterOf(document);
            if (document.Logo is { } logo)
            {
                WordLogo.AddTo(main, logo);
            }

            var body = new WordBody(document);
            using (var writer = OpenXmlWriter.Create(main))
            {
                writer.WriteStartDocument();
                writer.WriteStartElement(new DocumentFormat.OpenXml.Wordprocessing.Document());
                writer.WriteStartElement(new Body());
                foreach (var element in body.Elements())
                {
                    writer.WriteElement(element);
                }

                writer.WriteElement(PageOf(document));
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = WordNumbering.With(
                body.NumberedLists
            );
            if (kept is { Count: > 0 })
            {
                Keep(package, kept);
            }

            var properties = package.PackageProperties;
            properties.Title = SafeText.OneLine(document.Title);
            properties.Subject = SafeText.OneLine(document.Meta);
            properties.Language = WordStyles.TagOf(document);
            properties.Created = properties.Modified = made;
        }

        return stream.ToArray();
    }

    /// <summary>As the file's own properties, which Word and LibreOffice both keep.</summary>
    private static void Keep(
        WordprocessingDocument package,
        IReadOnlyDictionary<string, string> properties
    ) =>
        package.AddCustomFilePropertiesPart().Properties =
            new DocumentFormat.OpenXml.CustomProperties.Properties(
                properties.Select(
                    (pair, i) =>
                        new CustomDocumentProperty(new VTLPWSTR(pair.Value))
                        {
                            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                            PropertyId = i + 2,
                            Name = pair.Key,
                        }
                )
            );

    private static Settings SettingsOf(PlanDocument document)
    {
        var settings = new Settings(
            new DefaultTabStop { Val = 720 },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );
        settings.Append(new ThemeFontLanguages { Val = WordStyles.TagOf(document) });
        return settings;
    }

    /// <summary>"Computing for every student · 2 / 9"</summary>
    private static Footer FooterOf(PlanDocument document) =>
        new(
            new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
                WordText.Run(SafeText.OneLine(document.Title) + " · "),
                Field("PAGE"),
                WordText.Run(" / "),
                Field("NUMPAGES")
            )
        );

    private static SimpleField Field(string instruction) =>
        new(new Run(new Text("1"))) { Instruction = $" {instruction} " };

    private static SectionProperties PageOf(PlanDocument document)
    {
        var page = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new PageSize { Width = 12240, Height = 15840 },
            new PageMargin
            {
                Top = 1300,
                Bottom = 1300,
                Left = WordBody.Margin,
                Right = WordBody.Margin,
                Header = 708,
                Footer = 708,
                Gutter = 0,
            }
        );
        if (document.RightToLeft)
        {
            page.Append(new BiDi());
        }

        return page;
    }

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
