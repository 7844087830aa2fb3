using System.Globalization;
using SkiaSharp;

namespace Throughline.Sample;

/// <summary>The invented district's logo: a river that falls over three steps.</summary>
internal static class SampleLogo
{
    public const string Words = "Marlow Falls: a river falls over three steps";

    /// <summary>Enough for two centimeters of print.</summary>
    private const int Side = 320;

    /// <summary>What the drawing below is measured in.</summary>
    private const float Grid = 480;

    /// <summary>As SVG writes a path.</summary>
    private const string Step = "c40 0 20 78 60 78";

    private static readonly SKColor River = new(0x1d, 0x4e, 0x89);

    public static byte[] Draw()
    {
        using var picture = new SKBitmap(Side, Side);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(Side / Grid);
        using var round = new SKRoundRect(SKRect.Create(4, 4, Grid - 8, Grid - 8), Grid / 2);
        canvas.ClipRoundRect(round, antialias: true);
        canvas.Clear(River);
        using var water = new SKPaint
        {
            Color = SKColors.White,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 30,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        for (var strand = 0; strand < 3; strand++)
        {
            using var stream = SKPath.ParseSvgPathData(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"M-20 {150 + (strand * 64)} h130 {Step} h100 {Step} h100 {Step}"
                )
            );
            canvas.DrawPath(stream, water);
        }

        canvas.Flush();
        using var written = picture.Encode(SKEncodedImageFormat.Png, 100);
        return written.ToArray();
    }
}
