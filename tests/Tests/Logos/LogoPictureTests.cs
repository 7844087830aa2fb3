using CsCheck;
using SkiaSharp;
using Throughline.Kernel;
using Throughline.Kernel.Logos;
using Throughline.Testing;

namespace Throughline.Tests.Logos;

/// <summary>What may become a logo, what is left of the file that was sent, and how well it can be seen.</summary>
public sealed class LogoPictureTests
{
    private static readonly byte[] Secret = [.. "SECRET<script>alert(1)</script>"u8];

    [Fact]
    public void Of_a_png_only_the_picture_is_kept()
    {
        var picture = Read(Pictures.WithSecrets(Pictures.Png(), Secret));

        Assert.EndsWith(".png", picture.File);
        Assert.Equal(-1, picture.Bytes.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal((200, 80), (picture.Width, picture.Height));
        Assert.DoesNotContain(Chunks(picture.Bytes), name => name is "tEXt" or "eXIf" or "iTXt");
    }

    [Theory]
    [InlineData(1, "TopLeft", "TopRight")]
    [InlineData(2, "TopRight", "TopLeft")]
    [InlineData(3, "BottomRight", "BottomLeft")]
    [InlineData(4, "BottomLeft", "BottomRight")]
    [InlineData(5, "TopLeft", "BottomLeft")]
    [InlineData(6, "TopRight", "BottomRight")]
    [InlineData(7, "BottomRight", "TopRight")]
    [InlineData(8, "BottomLeft", "TopLeft")]
    public void Of_a_jpeg_neither_place_nor_camera_is_kept_and_it_stands_upright(
        ushort orientation,
        string red,
        string blue
    )
    {
        var stored = Pictures.Draw(
            160,
            80,
            SKEncodedImageFormat.Jpeg,
            canvas =>
            {
                canvas.DrawRect(0, 0, 40, 40, new SKPaint { Color = SKColors.Red });
                canvas.DrawRect(120, 0, 40, 40, new SKPaint { Color = SKColors.Blue });
            },
            SKColors.DimGray
        );

        var picture = Read(Pictures.WithExif(stored, orientation, Secret));

        Assert.EndsWith(".jpg", picture.File);
        Assert.Equal(-1, picture.Bytes.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, picture.Bytes.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(orientation < 5 ? (160, 80) : (80, 160), (picture.Width, picture.Height));
        using var seen = SKBitmap.Decode(picture.Bytes);
        Assert.Equal(red, Corner(seen, color => color.Red > 180 && color.Blue < 100));
        Assert.Equal(blue, Corner(seen, color => color.Blue > 180 && color.Red < 100));
    }

    [Fact]
    public void A_large_picture_is_made_smaller_in_its_own_shape()
    {
        var picture = Read(Pictures.Png(2400, 900));

        Assert.Equal((640, 240), (picture.Width, picture.Height));
    }

    [Fact]
    public void The_same_picture_has_the_same_name()
    {
        Assert.Equal(
            Read(Pictures.Png()).File,
            Read(Pictures.WithSecrets(Pictures.Png(), Secret)).File
        );
        Assert.NotEqual(Read(Pictures.Png()).File, Read(Pictures.Png(201)).File);
    }

    public static TheoryData<string, byte[]> Refused =>
        new()
        {
            { "neither-png-nor-jpeg", [.. "GIF89a"u8, .. new byte[600]] },
            {
                "neither-png-nor-jpeg",
                [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8]
            },
            { "neither-png-nor-jpeg", Pictures.Draw(90, 90, SKEncodedImageFormat.Webp, Black) },
            { "neither-png-nor-jpeg", [1] },
            { "damaged", Pictures.Png()[..8] },
            { "damaged", Pictures.Png()[..60] },
            { "damaged", Pictures.Png()[..^40] },
            { "damaged", Half(Pictures.Draw(300, 300, SKEncodedImageFormat.Jpeg, Noise)) },
            { "damaged", [0xFF, 0xD8, 0xFF, 0xE0] },
            { "file-too-large", new byte[LogoPicture.MaxBytes + 1] },
            { "too-many-pixels", Pictures.Png(3001, 40) },
            { "too-many-pixels", Promising(40_000, 40_000) },
            { "too-few-pixels", Pictures.Png(200, 31) },
            { "cannot-be-seen", Pictures.Draw(80, 80, SKEncodedImageFormat.Png, _ => { }) },
            {
                "cannot-be-seen",
                Pictures.Draw(
                    80,
                    80,
                    SKEncodedImageFormat.Png,
                    canvas => canvas.DrawCircle(40, 40, 30, new SKPaint { Color = SKColors.White })
                )
            },
        };

    [Theory, MemberData(nameof(Refused))]
    public void What_is_no_whole_picture_within_the_limits_is_refused_in_a_sentence(
        string sentence,
        byte[] file
    )
    {
        var refused = Assert.IsType<Outcome<LogoPicture>.Refused>(LogoPicture.Read(file));

        Assert.Equal(
            "district.logo.refusal." + sentence,
            Assert.Single(refused.Refusals).Sentence.Key
        );
    }

    [Fact]
    public void A_file_that_was_tampered_with_is_a_picture_or_refused_and_never_a_fault() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 2000].Array[1, 12], Gen.Byte.Array[12])
            .Sample(
                (isPng, places, values) =>
                {
                    var file = isPng
                        ? Pictures.Png(64, 48)
                        : Pictures.Draw(64, 48, SKEncodedImageFormat.Jpeg, Noise);
                    for (var i = 0; i < places.Length; i++)
                    {
                        file[places[i] % file.Length] = values[i];
                    }

                    return LogoPicture.Read(file)
                        is Outcome<LogoPicture>.Refused
                            or Outcome<LogoPicture>.Done;
                },
                iter: 300
            );

    [Fact]
    public void How_well_it_stands_out_from_white_is_counted_over_what_is_drawn()
    {
        Assert.Equal(100, Read(Pictures.Png()).StandsOut);
        Assert.Equal(0, Read(Letters(SKColors.Khaki, SKColors.White)).StandsOut);
        // White letters on a ground of their own can be read.
        Assert.InRange(Read(Letters(SKColors.White, SKColors.Navy)).StandsOut, 95, 100);
        // White letters beside black ones on no ground cannot.
        Assert.InRange(Read(Letters(SKColors.White, null)).StandsOut, 45, 55);
    }

    private static LogoPicture Read(byte[] file) =>
        Assert.IsType<Outcome<LogoPicture>.Done>(LogoPicture.Read(file)).Value;

    private static byte[] Letters(SKColor color, SKColor? ground) =>
        Pictures.Draw(
            120,
            80,
            SKEncodedImageFormat.Png,
            canvas =>
            {
                canvas.DrawRect(10, 10, 40, 60, new SKPaint { Color = color });
                if (ground is null)
                {
                    canvas.DrawRect(60, 10, 40, 60, new SKPaint { Color = SKColors.Black });
                }
            },
            ground
        );

    private static string Corner(SKBitmap picture, Func<SKColor, bool> isIt)
    {
        var (right, bottom) = (picture.Width - 9, picture.Height - 9);
        return isIt(picture.GetPixel(8, 8)) ? "TopLeft"
            : isIt(picture.GetPixel(right, 8)) ? "TopRight"
            : isIt(picture.GetPixel(8, bottom)) ? "BottomLeft"
            : isIt(picture.GetPixel(right, bottom)) ? "BottomRight"
            : "nowhere";
    }

    private static IEnumerable<string> Chunks(byte[] png)
    {
        for (var at = 8; at + 8 <= png.Length; )
        {
            yield return System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            at += 12 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at, 4));
        }
    }

    /// <summary>A few bytes that promise a picture larger than the machine.</summary>
    private static byte[] Promising(int width, int height)
    {
        var png = Pictures.Png();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        Pictures.Seal(png.AsSpan(8, 25));
        return png;
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static void Black(SKCanvas canvas) => canvas.Clear(SKColors.Black);

    private static void Noise(SKCanvas canvas)
    {
        for (var i = 0; i < 40; i++)
        {
            canvas.DrawCircle(
                i * 37 % 300,
                i * 91 % 300,
                20,
                new SKPaint { Color = new SKColor((uint)(0xFF000000 | (i * 654321))) }
            );
        }
    }
}
