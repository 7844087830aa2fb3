using System.Diagnostics;

namespace Throughline.Bench;

/// <summary>From the start of the process to the first page answered, on a new folder and on one that is there.</summary>
static class FirstPage
{
    private const int Rounds = 5;
    private const double LimitSeconds = 3;

    public static async Task<int> Run(string[] args)
    {
        var figures = new Figures();
        await Measure(figures, "first page, new data folder", isNew: true);
        await Measure(figures, "first page, database already there", isNew: false);
        return figures.Exit;
    }

    private static async Task Measure(Figures figures, string what, bool isNew)
    {
        var wall = new List<double>();
        var cpu = new List<double>();
        var data = Product.NewFolder();
        if (!isNew)
        {
            await One(data);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var (took, spent) = await One(data);
            wall.Add(took.TotalSeconds);
            cpu.Add(spent.TotalSeconds);
            if (isNew)
            {
                System.IO.Directory.Delete(data, recursive: true);
            }
        }

        figures.Within(what + ", median", Figures.Median(wall), LimitSeconds, "s");
        Figures.Beside("  quickest", wall.Min(), "s");
        Figures.Beside("  processor time, median", Figures.Median(cpu), "s");
    }

    private static async Task<(TimeSpan Wall, TimeSpan Cpu)> One(string data)
    {
        var begin = Stopwatch.GetTimestamp();
        using var product = Product.Serve(data);
        using var http = new HttpClient { BaseAddress = product.Address };
        await product.Answers(http, "/");
        return (Stopwatch.GetElapsedTime(begin), product.Cpu);
    }
}
