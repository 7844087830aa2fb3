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

/// <summary>The file as a whole is refused; the sentence names the place.</summary>
internal sealed class ReadingRefusedException(Sentence sentence) : Exception(sentence.Key)
{
    public Sentence Sentence { get; } = sentence;
}
