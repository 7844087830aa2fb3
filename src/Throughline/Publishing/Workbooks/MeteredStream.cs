namespace Throughline.Publishing.Workbooks;

/// <summary>The file is larger, unpacked, than any workbook is.</summary>
public sealed class WorkbookTooLargeException() : Exception("The file is too large.");

/// <summary>How many bytes may still come out of an archive, over all of its parts.</summary>
internal sealed class InflationBudget(long bytes)
{
    private long left = bytes;

    public void Spend(int read)
    {
        left -= read;
        if (left < 0)
        {
            throw new WorkbookTooLargeException();
        }
    }
}

/// <summary>Counts what is read, so that a small file cannot become a large one unseen.</summary>
internal sealed class MeteredStream(Stream inner, InflationBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
