using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Throughline.Directory.Reading;

/// <summary>Counts and checks what is really read, because declared sizes and encodings can lie.</summary>
sealed class GuardedStream(
    Stream inner,
    string file,
    long byteLimit,
    Action<long>? readSoFar = null
) : Stream
{
    readonly byte[] pending = new byte[4];
    int pendingLength;
    long position;
    int lines;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (count == 0)
        {
            if (pendingLength > 0)
            {
                throw NotUtf8(position - pendingLength, lines, pending[0]);
            }

            return 0;
        }

        readSoFar?.Invoke(position + count);
        if (position + count > byteLimit)
        {
            throw new DirectoryRefusedException(DirectorySentences.TooManyBytes(file, byteLimit));
        }

        Check(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        return Read(buffer.AsSpan(offset, count));
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin)
    {
        throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        throw new NotSupportedException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    void Check(ReadOnlySpan<byte> chunk)
    {
        var nul = chunk.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new DirectoryRefusedException(
                DirectorySentences.NulByte(file, position + nul, LineOf(chunk, nul))
            );
        }

        var start = FinishPending(chunk);
        var rest = chunk[start..];
        if (!Utf8.IsValid(rest))
        {
            KeepCutCharacter(rest);
            var whole = rest[..^pendingLength];
            if (!Utf8.IsValid(whole))
            {
                var invalid = start + FirstInvalid(whole);
                throw NotUtf8(position + invalid, LineOf(chunk, invalid) - 1, chunk[invalid]);
            }
        }

        lines += chunk.Count((byte)'\n');
        position += chunk.Length;
    }

    /// <summary>A character may be cut in two by the end of the previous chunk.</summary>
    int FinishPending(ReadOnlySpan<byte> chunk)
    {
        var taken = 0;
        while (pendingLength > 0 && taken < chunk.Length)
        {
            pending[pendingLength++] = chunk[taken++];
            var status = Rune.DecodeFromUtf8(pending.AsSpan(0, pendingLength), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                throw NotUtf8(position + taken - pendingLength, lines, pending[0]);
            }

            pendingLength = status == OperationStatus.Done ? 0 : pendingLength;
        }

        return taken;
    }

    void KeepCutCharacter(ReadOnlySpan<byte> rest)
    {
        for (var length = 1; length <= 3 && length <= rest.Length; length++)
        {
            var tail = rest[^length..];
            if (Rune.DecodeFromUtf8(tail, out _, out _) == OperationStatus.NeedMoreData)
            {
                tail.CopyTo(pending);
                pendingLength = length;
                return;
            }
        }
    }

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out var consumed) == OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }

    int LineOf(ReadOnlySpan<byte> chunk, int index)
    {
        return lines + chunk[..index].Count((byte)'\n') + 1;
    }

    DirectoryRefusedException NotUtf8(long at, int linesBefore, byte value)
    {
        return new DirectoryRefusedException(
            DirectorySentences.NotUtf8(file, at, linesBefore + 1, value),
            linesBefore + 1
        );
    }
}
