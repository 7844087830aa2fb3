namespace Throughline.Bench;

/// <summary><c>throughline sample</c> on a new folder, from the start of the process to its end.</summary>
static class Sample
{
    private const int Rounds = 5;
    private const double LimitSeconds = 2;

    public static async Task<int> Run(string[] args)
    {
        var wall = new List<double>();
        var cpu = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var data = Product.NewFolder();
            var made = await Product.Command("sample", "--data", data, "--json");
            wall.Add(made.Wall.TotalSeconds);
            cpu.Add(made.Cpu.TotalSeconds);
            System.IO.Directory.Delete(data, recursive: true);
        }

        var figures = new Figures();
        figures.Within("sample, whole command, median", Figures.Median(wall), LimitSeconds, "s");
        Figures.Beside("  quickest", wall.Min(), "s");
        Figures.Beside("  processor time, median", Figures.Median(cpu), "s");
        return figures.Exit;
    }
}
