using Throughline.Kernel;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>A questionnaire of another program in ours, sound for <see cref="QuestionnaireCheck"/>, and all that ours has no place for.</summary>
public sealed record QuestionnaireReading(
    Questionnaire Questionnaire,
    IReadOnlyList<Loss> Losses,
    string Format
);

/// <summary>Something that could not be carried over.</summary>
/// <param name="Where">The code or the title that its author knows it by.</param>
public sealed record Loss(string Where, Sentence Sentence);

/// <summary>The file as a whole is refused; each sentence names its place.</summary>
internal sealed class ReadingRefusedException(params IReadOnlyList<Sentence> sentences)
    : Exception(sentences[0].Key)
{
    public IReadOnlyList<Sentence> Sentences { get; } = sentences;
}
