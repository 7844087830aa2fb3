using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Throughline.Publishing.Tree;
using Drawings = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Placed = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Throughline.Publishing.Rendering;

/// <summary>The logo over the title, in the line, with its words for whoever does not see it.</summary>
internal static class WordLogo
{
    private const string Part = "logo";

    /// <summary>Word's measure of lengths: so many to the inch.</summary>
    private const double Inch = 914_400;

    private const double High = 0.65 * Inch;
    private const double Wide = 2.6 * Inch;

    public static void AddTo(MainDocumentPart main, Logo logo)
    {
        var part = main.AddImagePart(
            logo.ContentType == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg,
            Part
        );
        using var picture = new MemoryStream(logo.Picture);
        part.FeedData(picture);
    }

    public static Run Of(Logo logo)
    {
        var scale = Math.Min(High / logo.Height, Wide / logo.Width);
        var (width, height) = ((long)(logo.Width * scale), (long)(logo.Height * scale));
        return new Run(
            new Drawing(
                new Placed.Inline(
                    new Placed.Extent { Cx = width, Cy = height },
                    new Placed.DocProperties
                    {
                        Id = 1,
                        Name = Part,
                        Description = logo.Words,
                    },
                    new Drawings.Graphic(
                        new Drawings.GraphicData(PictureOf(logo, width, height))
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );
    }

    private static Pictures.Picture PictureOf(Logo logo, long width, long height) =>
        new(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties
                {
                    Id = 0,
                    Name = logo.File,
                    Description = logo.Words,
                },
                new Pictures.NonVisualPictureDrawingProperties()
            ),
            new Pictures.BlipFill(
                new Drawings.Blip { Embed = Part },
                new Drawings.Stretch(new Drawings.FillRectangle())
            ),
            new Pictures.ShapeProperties(
                new Drawings.Transform2D(
                    new Drawings.Offset { X = 0, Y = 0 },
                    new Drawings.Extents { Cx = width, Cy = height }
                ),
                new Drawings.PresetGeometry(new Drawings.AdjustValueList())
                {
                    Preset = Drawings.ShapeTypeValues.Rectangle,
                }
            )
        );
}
