using System.Security.Cryptography;
using SkiaSharp;

namespace Throughline.Kernel.Logos;

/// <summary>
/// A picture as it may be shown: read from the points alone and written anew, so that nothing else of the file that was sent is kept:
/// no place, no camera, no comment, nothing behind the picture's end.
/// </summary>
/// <param name="File">Made of the content: <c>9f86d081884c7d65….png</c>.</param>
/// <param name="StandsOut">Of a hundred points, how many stand out from white.</param>
public sealed record LogoPicture(string File, byte[] Bytes, int Width, int Height, int StandsOut)
{
    public const int MaxBytes = 1_000_000;
    public const int MostPixels = 3_000;
    public const int FewestPixels = 32;

    /// <summary>As large as a printed page needs it at three hundred points to the inch; a larger picture is made smaller.</summary>
    private const int Wide = 800;
    private const int High = 240;

    private const int JpegQuality = 92;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>By what the file holds, never by its name. Refuses with a sentence whatever is not a whole PNG or JPEG within the limits.</summary>
    public static Outcome<LogoPicture> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
        {
            return Refuse(LogoSentences.FileTooLarge);
        }

        if (!file.StartsWith(Png) && !file.StartsWith(Jpeg))
        {
            return Refuse(LogoSentences.NeitherPngNorJpeg);
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            return Refuse(LogoSentences.Damaged);
        }

        // Before the points are unpacked: a small file can promise a picture larger than the machine.
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MostPixels || height > MostPixels)
        {
            return Refuse(LogoSentences.TooManyPixels(width, height));
        }

        if (width < FewestPixels || height < FewestPixels)
        {
            return Refuse(LogoSentences.TooFewPixels(width, height));
        }

        using var whole = new SKBitmap(Points(width, height, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success)
        {
            return Refuse(LogoSentences.Damaged);
        }

        return Anew(whole, codec.EncodedOrigin, codec.EncodedFormat);
    }

    private static Outcome<LogoPicture> Anew(
        SKBitmap whole,
        SKEncodedOrigin origin,
        SKEncodedImageFormat format
    )
    {
        using var picture = Upright(whole, origin);
        var standsOut = LogoContrast.Of(picture);
        if (standsOut is null)
        {
            return Refuse(LogoSentences.CannotBeSeen);
        }

        using var image = SKImage.FromBitmap(picture);
        using var written = image.Encode(format, JpegQuality);
        var bytes = written.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        var ending = format == SKEncodedImageFormat.Png ? ".png" : ".jpg";
        return new LogoPicture(
            hash + ending,
            bytes,
            picture.Width,
            picture.Height,
            standsOut.Value
        );
    }

    /// <summary>As it was meant to be looked at (a phone only notes that it was turned), and no larger than it is needed.</summary>
    private static SKBitmap Upright(SKBitmap whole, SKEncodedOrigin origin)
    {
        var isTurned = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = isTurned ? (whole.Height, whole.Width) : (whole.Width, whole.Height);
        var scale = Math.Min(1, Math.Min((double)Wide / width, (double)High / height));
        var picture = new SKBitmap(
            Points(
                Math.Max(1, (int)Math.Round(width * scale)),
                Math.Max(1, (int)Math.Round(height * scale)),
                SKAlphaType.Premul
            )
        );
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)picture.Width / width, (float)picture.Height / height);
        canvas.Concat(Turning(origin, whole.Width, whole.Height));
        using var image = SKImage.FromBitmap(whole);
        canvas.DrawImage(
            image,
            0,
            0,
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        canvas.Flush();
        return picture;
    }

    /// <summary>From the points as they are stored to the picture as it is looked at (EXIF 2.32, 4.6.4.A, orientation).</summary>
    private static SKMatrix Turning(SKEncodedOrigin origin, float width, float height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
            SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
            SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
            SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
            SKEncodedOrigin.RightTop => Matrix(0, -1, height, 1, 0, 0),
            SKEncodedOrigin.RightBottom => Matrix(0, -1, height, -1, 0, width),
            SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, width),
            _ => SKMatrix.Identity,
        };

    private static SKMatrix Matrix(float xx, float xy, float x, float yx, float yy, float y) =>
        new(xx, xy, x, yx, yy, y, 0, 0, 1);

    private static SKImageInfo Points(int width, int height, SKAlphaType alpha) =>
        new(width, height, SKColorType.Rgba8888, alpha, SKColorSpace.CreateSrgb());

    private static Refusal Refuse(Sentence sentence) =>
        Outcome.Refused(sentence, nameof(ShowLogo.Input.File));
}
