using System.CommandLine;

namespace Throughline.App.Cli;

/// <summary>The commands that several modules add to: <c>export</c>, <c>import</c>.</summary>
public static class CommandGroup
{
    public static Command In(RootCommand root, string name, string description)
    {
        if (root.Subcommands.FirstOrDefault(command => command.Name == name) is { } known)
        {
            return known;
        }

        var command = new Command(name, description);
        root.Add(command);
        return command;
    }
}
