using Throughline.App.Cli;

return await CommandLine.Run(args);

/// <summary>Visible to the tests, which start the program as it is.</summary>
public partial class Program;
