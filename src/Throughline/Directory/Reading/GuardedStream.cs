namespace Throughline.Directory.Reading;

/// <summary>Told of every piece that was read; an empty one is the end.</summary>
delegate void SeenBytes(ReadOnlySpan<byte> bytes);

/// <summary>Counts and checks what is really read, because declared sizes and encodings can lie.</summary>
sealed class GuardedStream(Stream inner, string file, long byteLimit, SeenBytes? seen = null)
    : ReadOnlyPassage
{
    readonly Utf8Check text = new(file);
    long total;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        seen?.Invoke(buffer[..count]);
        total += count;
        if (total > byteLimit)
        {
            throw new DirectoryRefusedException(DirectorySentences.TooManyBytes(file, byteLimit));
        }

        if (count == 0)
        {
            text.End();
        }
        else
        {
            text.Add(buffer[..count]);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
