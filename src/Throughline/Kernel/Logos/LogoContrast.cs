using SkiaSharp;

namespace Throughline.Kernel.Logos;

/// <summary>How well a picture can be seen on the head of the page, which is white.</summary>
internal static class LogoContrast
{
    /// <summary>What WCAG 2.2 (1.4.11) asks of a graphic.</summary>
    private const double Enough = 3;

    /// <summary>Below this a point is as good as the paper.</summary>
    private const double Seen = 1.1;

    /// <summary>A picture of which more than this is clear has no ground of its own.</summary>
    private const double Clear = 0.02;

    /// <summary>
    /// Of a hundred points that make the picture, how many stand out from white; null where nothing of it can be seen. Where the picture
    /// has a ground of its own, points as pale as the paper are that ground; where it has none, they are drawn, and nobody sees them.
    /// </summary>
    public static int? Of(SKBitmap picture)
    {
        long drawn = 0;
        long seen = 0;
        long strong = 0;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var point = picture.GetPixel(x, y);
                if (point.Alpha < 128)
                {
                    continue;
                }

                drawn++;
                var contrast = WithWhite(point);
                seen += contrast >= Seen ? 1 : 0;
                strong += contrast >= Enough ? 1 : 0;
            }
        }

        if (seen == 0)
        {
            return null;
        }

        var all = (long)picture.Width * picture.Height;
        var made = all - drawn > Clear * all ? drawn : seen;
        return (int)Math.Round(100.0 * strong / made);
    }

    private static double WithWhite(SKColor point)
    {
        double On(byte channel) => Linear((channel * point.Alpha / 255.0) + (255 - point.Alpha));
        var luminance =
            (0.2126 * On(point.Red)) + (0.7152 * On(point.Green)) + (0.0722 * On(point.Blue));
        return 1.05 / (luminance + 0.05);
    }

    /// <summary>WCAG's relative luminance of one channel.</summary>
    private static double Linear(double channel)
    {
        var value = channel / 255;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
