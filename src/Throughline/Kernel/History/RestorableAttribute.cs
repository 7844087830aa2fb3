namespace Throughline.Kernel.History;

/// <summary>A text of a thing whose earlier wordings can be brought back from its history, by <see cref="RestoreText"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RestorableAttribute : Attribute;

/// <summary>
/// A thing that has its say when an earlier text comes back: it refuses where it may not change now, and otherwise sets the text
/// itself. Other things simply get the text.
/// </summary>
public interface IRestoresText
{
    /// <returns>Null when the text was set.</returns>
    Refusal? Restore(string field, string? text, Doing doing);
}
