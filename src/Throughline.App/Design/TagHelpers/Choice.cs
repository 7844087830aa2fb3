namespace Throughline.App.Design;

/// <summary>One thing that may be chosen in a list, a set of radios or checkboxes; texts are already translated.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Group = null);
