using System.Text;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Testing;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Reads files as the command does.</summary>
static class Reader
{
    public static readonly LanguageFiles Files = LanguageFiles.Load(
        Path.Combine(Repository.Content, "languages")
    );

    public static readonly Texts Words = Files.In("en");

    public static QuestionnaireReading Read(string text, string? format = null) =>
        Done(Try(Encoding.UTF8.GetBytes(text), format));

    public static QuestionnaireReading ReadFile(string path) => Done(Try(File.ReadAllBytes(path)));

    public static Outcome<QuestionnaireReading> Try(byte[] bytes, string? format = null) =>
        new ReadQuestionnaire(Files).From(new MemoryStream(bytes), format);

    /// <summary>The one sentence of a refusal.</summary>
    public static string Refusal(byte[] bytes, string? format = null) =>
        Words[
            Assert
                .Single(
                    Assert
                        .IsType<Outcome<QuestionnaireReading>.Refused>(Try(bytes, format))
                        .Refusals
                )
                .Sentence
        ];

    public static string Refusal(string text, string? format = null) =>
        Refusal(Encoding.UTF8.GetBytes(text), format);

    /// <summary>What is lost at a place, as a person reads it.</summary>
    public static IReadOnlyList<string> Lost(this QuestionnaireReading reading, string where) =>
        [.. reading.Losses.Where(loss => loss.Where == where).Select(loss => Words[loss.Sentence])];

    private static QuestionnaireReading Done(Outcome<QuestionnaireReading> outcome) =>
        outcome switch
        {
            Outcome<QuestionnaireReading>.Done done => done.Value,
            Outcome<QuestionnaireReading>.Refused refused => throw new InvalidOperationException(
                string.Join(' ', refused.Refusals.Select(one => Words[one.Sentence]))
            ),
            _ => throw new InvalidOperationException(),
        };
}
