using System.Buffers.Binary;
using SkiaSharp;

namespace Throughline.Testing;

/// <summary>Picture files as people send them, and as nobody should.</summary>
public static class Pictures
{
    /// <summary>Black letters' worth of ink on a clear ground.</summary>
    public static byte[] Png(int width = 200, int height = 80) =>
        Draw(
            width,
            height,
            SKEncodedImageFormat.Png,
            canvas =>
                canvas.DrawRect(
                    8,
                    8,
                    width - 16,
                    height - 16,
                    new SKPaint { Color = SKColors.Black }
                )
        );

    public static byte[] Draw(
        int width,
        int height,
        SKEncodedImageFormat format,
        Action<SKCanvas> draw,
        SKColor? ground = null
    )
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground ?? SKColors.Transparent);
        draw(canvas);
        canvas.Flush();
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>The file with a text chunk after its head and something behind its end.</summary>
    public static byte[] WithSecrets(byte[] png, byte[] secret)
    {
        const int head = 8 + 25;
        var chunk = new byte[12 + 8 + secret.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 8 + secret.Length);
        "tEXt"u8.CopyTo(chunk.AsSpan(4));
        "Comment\0"u8.CopyTo(chunk.AsSpan(8));
        secret.CopyTo(chunk, 16);
        Seal(chunk);
        return [.. png[..head], .. chunk, .. png[head..], .. secret];
    }

    /// <summary>Makes a chunk's checksum true (PNG specification, annex D).</summary>
    public static void Seal(Span<byte> chunk)
    {
        var crc = uint.MaxValue;
        foreach (var value in chunk[4..^4])
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk[^4..], ~crc);
    }

    /// <summary>The JPEG with an EXIF block: how it was turned, and a secret.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation, byte[] secret)
    {
        byte[] tiff =
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            (byte)(orientation >> 8),
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff, .. secret];
        var length = body.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }
}
