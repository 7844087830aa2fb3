namespace Throughline.Kernel;

/// <summary>
/// A sentence by its key in the language files, with the values it mentions: what is said is decided here, in which language by
/// the page. Each module lists its sentences in one file.
/// </summary>
public sealed record Sentence(string Key, params object?[] Values)
{
    public bool Equals(Sentence? other) =>
        other is not null && Key == other.Key && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
