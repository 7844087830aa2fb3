using Throughline.Publishing.Tree;

namespace Throughline.Feedback.Passages;

/// <summary>The published version that a round asks about, and the parts of it that one can speak of.</summary>
/// <param name="Language">That it is written in.</param>
/// <param name="Passages">By their keys.</param>
public sealed record AskedAbout(
    int Version,
    string Language,
    IReadOnlyDictionary<string, Passage> Passages
)
{
    /// <summary>The entry of an answer that says which part it speaks of: no question can have this code.</summary>
    public const string Field = ".passage";

    public Passage? Of(string? key) => key is null ? null : Passages.GetValueOrDefault(key);
}
