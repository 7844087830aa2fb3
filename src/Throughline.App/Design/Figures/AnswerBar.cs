namespace Throughline.App.Design;

/// <param name="Count">Null where it is hidden.</param>
/// <param name="Said">The count in words: "54 of 118".</param>
public sealed record AnswerBar(string Name, int? Count, int Of, string Said);
