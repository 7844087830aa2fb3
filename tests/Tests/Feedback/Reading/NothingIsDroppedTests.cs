using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Kernel;

namespace Throughline.Tests.Feedback.Reading;

/// <summary>Every text of a source is in the questionnaire, or in what is told as lost.</summary>
public sealed partial class NothingIsDroppedTests
{
    [Fact]
    public void Of_a_LimeSurvey_file() =>
        // Vietnamese is in the texts and was not asked in: that is told once, as a language.
        Sample(source => source.LimeSurvey(), ["vi"]);

    [Fact]
    public void Of_a_Qualtrics_file() => Sample(source => source.Qualtrics(), []);

    [Fact]
    public void Of_a_SurveyJS_file() => Sample(source => source.SurveyJs(), []);

    [Fact]
    public void Where_there_is_no_room_for_all()
    {
        Sample(source => source.LimeSurvey(), ["vi"], size: 30, iterations: 16);
        Sample(source => source.Qualtrics(), [], size: 60, iterations: 16);
        Sample(source => source.SurveyJs(), [], size: 15, iterations: 16);
    }

    private static void Sample(
        Func<RandomSource, string> write,
        string[] foreign,
        int size = 1,
        int iterations = 1_000
    )
    {
        var read = 0;
        Gen.Int[0, int.MaxValue]
            .Sample(
                seed =>
                {
                    var source = new RandomSource(seed, size);
                    var file = write(source);
                    if (
                        Reader.Try(Encoding.UTF8.GetBytes(file))
                        is not Outcome<QuestionnaireReading>.Done { Value: var reading }
                    )
                    {
                        // Nothing but notes, or questions that wait for each other.
                        return;
                    }

                    Interlocked.Increment(ref read);
                    Assert.Empty(QuestionnaireCheck.Of(reading.Questionnaire));
                    var kept =
                        Encoding.UTF8.GetString(QuestionnaireJson.Write(reading.Questionnaire))
                        + string.Join(
                            '\n',
                            reading.Losses.Select(loss => Reader.Words[loss.Sentence])
                        );
                    var words = Word().Matches(kept).Select(match => match.Value).ToHashSet();
                    var missed = source
                        .Texts.Where(text => !words.Contains(text))
                        .Except(TextsIn(foreign, file));
                    Assert.Empty(missed.Select(word => Around(file, word)));
                },
                iter: iterations
            );
        Assert.True(read > iterations / 2, $"Only {read} of the files could be read.");
    }

    /// <summary>Where in the file it stands, to see what it was.</summary>
    private static string Around(string file, string word)
    {
        var at = file.IndexOf(word, StringComparison.Ordinal);
        return file[Math.Max(0, at - 300)..Math.Min(file.Length, at + 100)];
    }

    private static IEnumerable<string> TextsIn(string[] languages, string file) =>
        from language in languages
        from row in file.Split("<row>")
        where row.Contains($"<language><![CDATA[{language}]]>", StringComparison.Ordinal)
        from word in row.Split(['<', '>', '[', ']'])
        where word.StartsWith('w')
        select word;

    [GeneratedRegex("w[0-9]+w[0-9]+x", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
