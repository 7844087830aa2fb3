using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Throughline.Directory.Reading;

/// <summary>Checks text piece by piece and says at which byte and line it stops being UTF-8.</summary>
sealed class Utf8Check(string file)
{
    readonly byte[] pending = new byte[4];
    int pendingLength;
    long position;
    int lines;

    public void Add(ReadOnlySpan<byte> piece)
    {
        var nul = piece.IndexOf((byte)0);
        if (nul >= 0)
        {
            var line = LineOf(piece, nul);
            throw new DirectoryRefusedException(
                DirectorySentences.NulByte(file, position + nul, line),
                line
            );
        }

        var start = FinishPending(piece);
        var rest = piece[start..];
        if (!Utf8.IsValid(rest))
        {
            KeepCutCharacter(rest);
            var whole = rest[..^pendingLength];
            if (!Utf8.IsValid(whole))
            {
                var invalid = start + FirstInvalid(whole);
                throw NotUtf8(position + invalid, LineOf(piece, invalid), piece[invalid]);
            }
        }

        lines += piece.Count((byte)'\n');
        position += piece.Length;
    }

    public void End()
    {
        if (pendingLength > 0)
        {
            throw NotUtf8(position - pendingLength, lines + 1, pending[0]);
        }
    }

    /// <summary>A character may be cut in two by the end of the previous piece.</summary>
    int FinishPending(ReadOnlySpan<byte> piece)
    {
        var taken = 0;
        while (pendingLength > 0 && taken < piece.Length)
        {
            pending[pendingLength++] = piece[taken++];
            var status = Rune.DecodeFromUtf8(pending.AsSpan(0, pendingLength), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                throw NotUtf8(position + taken - pendingLength, lines + 1, pending[0]);
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

    int LineOf(ReadOnlySpan<byte> piece, int index)
    {
        return lines + piece[..index].Count((byte)'\n') + 1;
    }

    DirectoryRefusedException NotUtf8(long at, int line, byte value)
    {
        return new DirectoryRefusedException(
            DirectorySentences.NotUtf8(file, at, line, value),
            line
        );
    }
}
