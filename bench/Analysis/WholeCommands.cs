using System.Globalization;
using System.Text.Json;

namespace Throughline.Bench.Analysis;

/// <summary>
/// analysis [quick]: every calculation as people start it, a process of its own, on the public instances, each beside its limit, its reference
/// and the floor (a command that only starts). Without the state's tables, which take minutes, where <c>quick</c> is said.
/// </summary>
static class WholeCommands
{
    static readonly Figures Figures = new();

    public static async Task<int> Run(string[] args)
    {
        if (SharedData.Find("sortition") is not { } pools)
        {
            Console.WriteLine("shared/data is not beside the repository: nothing was measured.");
            return 2;
        }

        var folder = Product.NewFolder();
        await Product.Command("--version");
        var floor = await Product.Command("--version");
        Figures.Beside("floor: a command that only starts", floor.Wall.TotalSeconds, "s");
        await Select(pools, folder, "ma_districts_60_k12", 12, 2.5);
        await Select(pools, folder, "ma_districts_120_k12", 12, 2.5);
        await Select(pools, folder, "ma_districts_all_k12", 12, 2.5);
        await Select(pools, folder, "example_large_200", 200, 1);
        Console.WriteLine("  published for it with a commercial solver: 1161.80 s");
        await Select(pools, folder, "synthetic_404_k40", 40, 60);
        Console.WriteLine("  an exact column generation on HiGHS needed: 330 s");
        await Sites("orlib", SharedData.Find("orlib", "cap")!, "cap*.txt", 8);
        await Sites("holmberg", SharedData.Find("orlib", "holmberg")!, "p*.txt", 30);
        await Tables(folder);
        await Project(folder);
        await Groups(folder);
        if (args is not ["quick"])
        {
            await State(folder);
        }

        System.IO.Directory.Delete(folder, recursive: true);
        return Figures.Exit;
    }

    /// <summary>Selects with its certificate, checks the certificate, and the probabilities against those published where they are.</summary>
    static async Task Select(string pools, string folder, string pool, int size, double limit)
    {
        var at = Path.Combine(pools, pool);
        var (proof, chances) = (
            Path.Combine(folder, "proof.json"),
            Path.Combine(folder, "out.csv")
        );
        string[] files =
        [
            "--pool",
            Path.Combine(at, "respondents.csv"),
            "--quotas",
            Path.Combine(at, "categories.csv"),
        ];
        var ended = await Product.Command([
            "select",
            .. files,
            "--size",
            size.ToString(CultureInfo.InvariantCulture),
            "--certificate",
            proof,
            "--out",
            chances,
            "--json",
        ]);
        Figures.Within($"select {pool}", ended.Wall.TotalSeconds, limit, "s");
        await Product.Command(["select", "verify", proof, .. files]);
        var known = Path.Combine(at, "exact_leximin.csv");
        if (File.Exists(known))
        {
            var off = Probabilities(known).Zip(Probabilities(chances), (a, b) => Math.Abs(a - b));
            Figures.Within("  sorted probabilities, furthest off", off.Max() * 1e6, 1, "e-6");
        }
    }

    static IEnumerable<double> Probabilities(string path) =>
        File.ReadLines(path)
            .Skip(1)
            .Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))
            .Order();

    /// <summary>Every instance of a folder in a command of its own, beside a plain model of the same on a solver as it comes.</summary>
    static async Task Sites(string format, string folder, string pattern, double limit)
    {
        var known = KnownOptima.In(folder);
        var (took, plain, proved, files) = (0.0, 0.0, 0, 0);
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, pattern).Order())
        {
            if (!known.TryGetValue(Path.GetFileNameWithoutExtension(file), out var optimum))
            {
                continue;
            }

            files++;
            var ended = await Product.Command(
                "schedule",
                "--instance",
                file,
                "--format",
                format,
                "--json"
            );
            took += ended.Wall.TotalSeconds;
            using var answer = JsonDocument.Parse(ended.Text);
            var cost = answer.RootElement.GetProperty("cost").GetDecimal();
            if (
                !answer.RootElement.GetProperty("proved").GetBoolean()
                || Math.Abs(cost - optimum) > KnownOptima.LastDigit
            )
            {
                Figures.Within($"{file}: {cost} where {optimum} is published", 1, 0, "");
            }

            var (seconds, isProved) = PlainModel.Solve(file, format);
            plain += seconds;
            proved += isProved ? 1 : 0;
        }

        Figures.Within($"schedule, {files} of {format}", took, limit, "s");
        Figures.Beside($"  a plain model proves {proved} of them, without starts", plain, "s");
    }

    static async Task Tables(string folder)
    {
        foreach (var (sizes, primaries) in DisclosureSpeed.Published)
        {
            var table = DisclosureSpeed.FirstWithPrimaries(sizes, primaries);
            var (ended, opened) = await CountFiles.ProtectedAndAudited(
                folder,
                [table],
                ["--attacker", "counts"]
            );
            Figures.Within(
                $"suppress {string.Join(" x ", sizes)}, {table.Cells.Count} cells",
                ended.Wall.TotalSeconds,
                2,
                "s"
            );
            Figures.Within("  its gap", CountFiles.Gap(ended), 0, "");
            Figures.Within("  opened by the audit", opened, 0, "");
        }
    }

    static async Task State(string folder)
    {
        var tables = DisclosureState.Tables(districts: 400, years: 5, schools: 3);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (ended, opened) = await CountFiles.ProtectedAndAudited(
            folder,
            tables,
            ["--accept-less"]
        );
        Figures.Within(
            $"suppress and audit a state, {tables.Sum(table => table.Cells.Count)} cells",
            watch.Elapsed.TotalSeconds,
            300,
            "s"
        );
        Figures.Beside("  its gap", 100 * CountFiles.Gap(ended), "%");
        Figures.Within("  opened by the audit", opened, 0, "");
    }

    static async Task Project(string folder)
    {
        var ended = await Product.Command(
            "project",
            "--enrollment",
            SharedData.Find("forecast", "ma_enrollment_by_grade_district.csv")!,
            "--courses",
            SharedData.Find("forecast", "ma_advanced_cs_by_district.csv")!,
            "--retention",
            SharedData.Find("forecast", "ma_teacher_retention_by_district.csv")!,
            "--out",
            Path.Combine(folder, "projection.csv"),
            "--json"
        );
        Figures.Within("project, 10,000 runs x 10 years", ended.Wall.TotalSeconds, 30, "s");
        Figures.Within("  its memory", ended.Megabytes, 1000, "MB");
    }

    static async Task Groups(string folder)
    {
        var votes = Path.Combine(folder, "votes.csv");
        OpinionGroupsBench.Write(votes);
        var ended = await Product.Command("groups", "--votes", votes, "--json");
        Figures.Within("groups, 5,000 x 1,000, 200 resamplings", ended.Wall.TotalSeconds, 20, "s");
    }
}
