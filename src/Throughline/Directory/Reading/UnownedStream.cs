namespace Throughline.Directory.Reading;

/// <summary>Lets a reader that closes its stream look at a file that is still needed.</summary>
sealed class UnownedStream(Stream inner) : ReadOnlyPassage
{
    public override int Read(Span<byte> buffer)
    {
        return inner.Read(buffer);
    }
}
