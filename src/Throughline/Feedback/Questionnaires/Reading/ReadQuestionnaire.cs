using Throughline.Feedback.Questionnaires.Reading.LimeSurvey;
using Throughline.Feedback.Questionnaires.Reading.Qualtrics;
using Throughline.Feedback.Questionnaires.Reading.SurveyJs;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.Feedback.Questionnaires.Reading;

/// <summary>
/// Reads a questionnaire of ours or of another program. What ours has no place for is told, thing by thing; a file that is not what it
/// says, or that is built to do harm, is refused with one sentence.
/// </summary>
public sealed class ReadQuestionnaire(LanguageFiles files)
{
    public const string LimeSurvey = "limesurvey";
    public const string Qualtrics = "qualtrics";
    public const string SurveyJs = "surveyjs";
    public const string Ours = "throughline";

    public static readonly IReadOnlyList<string> Formats = [LimeSurvey, Qualtrics, SurveyJs, Ours];

    /// <param name="format">One of <see cref="Formats"/>; found out by itself where it is null.</param>
    public Outcome<QuestionnaireReading> From(Stream stream, string? format = null)
    {
        try
        {
            return Sound(Read(SourceBytes.Read(stream), format));
        }
        catch (ReadingRefusedException refused)
        {
            return refused.Sentences.Select(sentence => Outcome.Refused(sentence)).ToList();
        }
    }

    private QuestionnaireReading Read(byte[] bytes, string? format)
    {
        var found =
            format
            ?? SourceBytes.Guess(bytes)
            ?? throw new ReadingRefusedException(ReadingSentences.UnknownFormat);
        if (found == Ours)
        {
            return new(OurFile.Read(bytes, files), [], Ours);
        }

        var losses = new Losses();
        var languages = new SourceLanguages(losses, isOpen: found != LimeSurvey);
        var presets = new PresetOptions(files, languages, losses);
        var draft = found switch
        {
            LimeSurvey => new ReadLimeSurvey(languages, presets, losses).From(bytes),
            Qualtrics => new ReadQualtrics(languages, losses).From(bytes),
            _ => new ReadSurveyJs(languages, presets, losses).From(bytes),
        };
        var form = new Settling(draft, languages.Tags, losses).Form();
        if (losses.Formatted > 0)
        {
            losses.Add(ReadingSentences.Formatting(losses.Formatted));
        }

        return new(form, losses.All, found);
    }

    private static Outcome<QuestionnaireReading> Sound(QuestionnaireReading reading) =>
        QuestionnaireCheck.Of(reading.Questionnaire) is [var problem, ..]
            ? Outcome.Refused(
                problem.Where is { } where
                    ? ReadingSentences.Unsound(where, problem.Sentence)
                    : problem.Sentence,
                problem.Where
            )
        : QuestionnaireJson.Write(reading.Questionnaire).Length > QuestionnaireJson.MostBytes
            ? Outcome.Refused(ReadingSentences.TooLargeInOurs)
        : reading;
}
