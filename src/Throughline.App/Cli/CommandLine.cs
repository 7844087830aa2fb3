using System.CommandLine;
using Throughline.App.Cli.Calculations;

namespace Throughline.App.Cli;

/// <summary>The commands of <c>throughline</c>. Exit 0: done; 1: refused, nothing changed; 2: wrong usage.</summary>
public static class CommandLine
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that holds the database, the keys and the mail folder.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("THROUGHLINE_DATA") ?? "data",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print exactly one JSON object on standard output.",
        Recursive = true,
    };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand(
            "The workspace in which a school district plans its computer science pathway."
        )
        {
            Data,
            Json,
        };
        ServeCommand.AddTo(root);
        SampleCommand.AddTo(root);
        SignInLinkCommand.AddTo(root);
        var import = new Command("import", "Brings something in from a file.");
        ImportDirectoryCommand.AddTo(import);
        ImportWorkbookCommand.AddTo(import);
        ImportQuestionnaireCommand.AddTo(import);
        root.Add(import);
        var export = new Command("export", "Writes what a workspace holds into files.");
        ExportPlanCommand.AddTo(export);
        ExportWorkbookCommand.AddTo(export);
        ExportAnswersCommand.AddTo(export);
        ExportQuestionnaireCommand.AddTo(export);
        root.Add(export);
        ContentCommand.AddTo(root);
        MigrateCommand.AddTo(root);
        BackupCommand.AddTo(root);
        RestoreCommand.AddTo(root);
        CheckCommand.AddTo(root);
        ChartCommand.AddTo(root);
        GroupsCommand.AddTo(root);
        RakeCommand.AddTo(root);
        RepresentCommand.AddTo(root);
        SelectCommand.AddTo(root);
        SuppressCommand.AddTo(root);
        AuditTableCommand.AddTo(root);
        ProjectCommand.AddTo(root);
        ScheduleCommand.AddTo(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return 2;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // Longer than the host takes to finish the requests under way.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(40),
            }
        );
    }
}
