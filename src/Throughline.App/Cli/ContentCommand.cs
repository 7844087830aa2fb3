using System.CommandLine;
using Throughline.App.Hosting;
using Throughline.Feedback.Questionnaires;
using Throughline.Process.Content;

namespace Throughline.App.Cli;

/// <summary><c>throughline content check [DIR]</c>: whether every process, goal, questionnaire and language file is sound.</summary>
public static class ContentCommand
{
    private static readonly Argument<string?> Folder = new("DIR")
    {
        Description = "A content folder; the one that came with the program where none is given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static void AddTo(RootCommand root)
    {
        var check = new Command(
            "check",
            "Validates the files and says what is wrong, by file and line."
        )
        {
            Folder,
        };
        check.SetAction(parsed =>
            Output.Run(parsed, output => Task.FromResult(Run(parsed, output)))
        );
        root.Add(
            new Command("content", "What the product says, apart from how it works.") { check }
        );
    }

    private static int Run(ParseResult parsed, Output output)
    {
        var folder = parsed.GetValue(Folder) ?? Installation.Content;
        var report = ContentCheck
            .Run(folder)
            .With(QuestionnaireFiles.Check(folder, Installation.OpenLanguages()));
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine($"{problem.File}:{problem.Line}: {problem.Message}");
        }

        var sentence = report.IsSound
            ? $"{report.Files} files, all sound."
            : $"{report.Files} files; see above what to mend.";
        return output.Finish(report, sentence, report.IsSound ? Output.Done : Output.Refused);
    }
}
