using System.CommandLine;
using Throughline.App.Hosting;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Kernel;

namespace Throughline.App.Cli;

/// <summary><c>throughline import questionnaire FILE --out FILE.json</c>: another program's questions in our form, and what was lost on the way.</summary>
public static class ImportQuestionnaireCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description =
            "A LimeSurvey .lss, a Qualtrics .qsf, a SurveyJS .json, or a questionnaire taken along from here, as JSON or as a translator's table.",
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description =
            $"One of {string.Join(", ", ReadQuestionnaire.Formats)}; found out by itself where it is not given.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write, in our JSON.",
        Required = true,
    };

    static ImportQuestionnaireCommand() =>
        Format.AcceptOnlyFromAmong([.. ReadQuestionnaire.Formats]);

    public static void AddTo(Command import)
    {
        var command = new Command(
            "questionnaire",
            "Reads the questions of another program, and says what could not be carried over."
        )
        {
            Source,
            Format,
            Out,
        };
        command.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Import(parsed, output, cancel))
        );
        import.Add(command);
    }

    private static async Task<int> Import(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var languages = Installation.OpenLanguages();
        var texts = languages.In(null);
        var path = parsed.GetValue(Source)!;
        Outcome<QuestionnaireReading> outcome;
        await using (var stream = File.OpenRead(path))
        {
            outcome = new ReadQuestionnaire(languages).From(stream, parsed.GetValue(Format));
        }

        if (outcome is not Outcome<QuestionnaireReading>.Done { Value: var reading })
        {
            return output.Refuse([
                .. ((Outcome<QuestionnaireReading>.Refused)outcome).Refusals.Select(refusal =>
                    $"{Path.GetFileName(path)}: {texts[refusal.Sentence]}"
                ),
            ]);
        }

        var form = reading.Questionnaire;
        var file = Path.GetFullPath(parsed.GetValue(Out)!);
        await File.WriteAllBytesAsync(file, QuestionnaireJson.WriteReadably(form), cancel);
        var losses = reading
            .Losses.Select(loss => new { where = loss.Where, reason = texts[loss.Sentence] })
            .ToList();
        foreach (var loss in losses)
        {
            output.Say($"{loss.where}: {loss.reason}");
        }

        return output.Finish(
            new
            {
                file,
                format = reading.Format,
                sections = form.Sections.Count,
                questions = form.Questions.Count(),
                languages = form.Languages,
                losses,
            },
            $"{file}: {form.Sections.Count} pages, {form.Questions.Count()} questions in {string.Join(", ", form.Languages)}; {losses.Count} things could not be carried over{(losses.Count > 0 ? ", each named above" : "")}."
        );
    }
}
