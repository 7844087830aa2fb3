using System.CommandLine;
using Throughline.App.Hosting;

namespace Throughline.App.Cli;

/// <summary><c>throughline migrate</c>: what every start does first, alone.</summary>
public static class MigrateCommand
{
    public static void AddTo(RootCommand root)
    {
        var migrate = new Command(
            "migrate",
            "Brings the database to this program's schema. Every start does it too."
        );
        migrate.SetAction(
            (parsed, cancel) =>
                Output.Run(
                    parsed,
                    async output =>
                    {
                        var storage = new Installation(
                            parsed.GetValue(CommandLine.Data)!
                        ).OpenStorage();
                        await storage.Migrate(cancel);
                        var stored = await storage.Upkeep.Look(cancel);
                        return output.Finish(
                            StorageReport.Of(stored),
                            $"The database has the schema {stored.Schema}."
                        );
                    }
                )
        );
        root.Add(migrate);
    }
}
