namespace Throughline.Directory.Reading;

/// <summary>Towns and district names repeat: one string for each. Bounded, so that a file of unique texts gains nothing.</summary>
sealed class TextPool
{
    const int Most = 10_000;
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> texts = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }

        var added = text.ToString();
        if (texts.Dictionary.Count < Most)
        {
            texts.Dictionary.Add(added, added);
        }

        return added;
    }
}
