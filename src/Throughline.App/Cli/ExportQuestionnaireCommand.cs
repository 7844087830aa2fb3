using System.CommandLine;
using Throughline.App.Hosting;
using Throughline.Feedback.Questionnaires;
using Throughline.Feedback.Questionnaires.Reading;
using Throughline.Kernel;

namespace Throughline.App.Cli;

/// <summary><c>throughline export questionnaire FILE --out FILE.csv</c>: the table that a translator fills; <c>import questionnaire</c> reads it back.</summary>
public static class ExportQuestionnaireCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description = "A questionnaire of ours, as JSON.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The table to write (.csv): a row for each text, a column for each language.",
        Required = true,
    };

    private static readonly Option<string?> Heads = new("--language")
    {
        Description = "The language of the table's heads.",
    };

    public static void AddTo(Command export)
    {
        var command = new Command("questionnaire", "Writes the table that a translator fills.")
        {
            Source,
            Out,
            Heads,
        };
        command.SetAction(
            (parsed, cancel) => Output.Run(parsed, output => Export(parsed, output, cancel))
        );
        export.Add(command);
    }

    private static async Task<int> Export(
        ParseResult parsed,
        Output output,
        CancellationToken cancel
    )
    {
        var languages = Installation.OpenLanguages();
        var path = parsed.GetValue(Source)!;
        Outcome<QuestionnaireReading> outcome;
        await using (var stream = File.OpenRead(path))
        {
            outcome = new ReadQuestionnaire(languages).From(stream, ReadQuestionnaire.Ours);
        }

        if (outcome is not Outcome<QuestionnaireReading>.Done { Value.Questionnaire: var form })
        {
            return output.Refuse([
                .. ((Outcome<QuestionnaireReading>.Refused)outcome).Refusals.Select(refusal =>
                    $"{Path.GetFileName(path)}: {languages.In(null)[refusal.Sentence]}"
                ),
            ]);
        }

        var file = Path.GetFullPath(parsed.GetValue(Out)!);
        var table = QuestionnaireTable.Write(form, languages, parsed.GetValue(Heads));
        await File.WriteAllBytesAsync(file, table, cancel);
        return output.Finish(
            new
            {
                file,
                bytes = table.Length,
                questions = form.Questions.Count(),
                languages = form.Languages,
            },
            $"{file}: {form.Questions.Count()} questions in {string.Join(", ", form.Languages)}."
        );
    }
}
