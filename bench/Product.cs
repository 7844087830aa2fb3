using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Throughline.Bench;

/// <summary>A command that ended well: what it printed, its time, its processor time, and the most memory it was seen to take.</summary>
sealed record Ended(string Text, TimeSpan Wall, TimeSpan Cpu, double Megabytes);

/// <summary>The program as people start it: a process of its own, built as this one was (Debug is what <c>dotnet run</c> builds).</summary>
sealed class Product : IDisposable
{
    /// <summary>How often a running command is asked for its memory. It returns at once when it ends.</summary>
    private const int EveryMilliseconds = 20;

    private const double BytesInMegabyte = 1e6;

    private static readonly Dictionary<string, string> OnSqlite = [];

    private readonly System.Diagnostics.Process process;

    private Product(System.Diagnostics.Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Processor time spent until now, by all its threads, in the program and in the kernel for it.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static string NewFolder() =>
        System.IO.Directory.CreateTempSubdirectory("throughline-bench").FullName;

    public static Product Serve(string data) => Serve(data, OnSqlite);

    public static Product Serve(string data, IReadOnlyDictionary<string, string> environment)
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        return new Product(Start(environment, "--data", data, "--urls", address), new Uri(address));
    }

    /// <summary>One command to its end: what it printed, how long it took, and the processor time of it.</summary>
    public static Task<Ended> Command(params string[] arguments) => Command(OnSqlite, arguments);

    public static async Task<Ended> Command(
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var before = CpuOfEnded();
        var begin = Stopwatch.GetTimestamp();
        using var process = Start(environment, arguments);
        var printed = process.StandardOutput.ReadToEndAsync();
        var megabytes = 0.0;
        while (!process.WaitForExit(EveryMilliseconds))
        {
            megabytes = Math.Max(megabytes, MostMegabytes(process));
        }

        var text = await printed;
        var wall = Stopwatch.GetElapsedTime(begin);
        return process.ExitCode == 0
            ? new(text, wall, CpuOfEnded() - before, megabytes)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {text}");
    }

    /// <summary>Asks for an address until it answers 200.</summary>
    public async Task Answers(HttpClient http, string path)
    {
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(path);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException("The program ended.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>bench/bin/Release/net10.0 beside src/Throughline.App/bin/Release/net10.0.</summary>
    private static string Built
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\'));
            var root = here.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(
                root,
                "src/Throughline.App/bin",
                here.Parent.Name,
                here.Name,
                OperatingSystem.IsWindows() ? "throughline.exe" : "throughline"
            );
        }
    }

    private static System.Diagnostics.Process Start(
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(Built, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("THROUGHLINE_POSTGRES");
        start.Environment.Remove("THROUGHLINE_POSTGRES_OWNER");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return System.Diagnostics.Process.Start(start)!;
    }

    private static double MostMegabytes(System.Diagnostics.Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / BytesInMegabyte;
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
            return 0;
        }
    }

    /// <summary>Of all the processes of ours that have ended. A process itself cannot be asked any more; zero where there is no /proc.</summary>
    private static TimeSpan CpuOfEnded()
    {
        const string Own = "/proc/self/stat";
        const int TicksPerSecond = 100;
        if (!File.Exists(Own))
        {
            return TimeSpan.Zero;
        }

        // After the name in parentheses: 13 and 14 are the time of ended children, in the program and in the kernel.
        var fields = File.ReadAllText(Own).Split(") ")[^1].Split(' ');
        var ticks =
            long.Parse(fields[13], CultureInfo.InvariantCulture)
            + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
