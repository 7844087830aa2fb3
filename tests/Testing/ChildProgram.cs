using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Throughline.Testing;

/// <summary>What a command answered.</summary>
public sealed record Answered(int Exit, string Text, string Errors);

/// <summary>A program of this checkout as a process of its own: to read what it prints, or to kill it.</summary>
public sealed class ChildProgram : IAsyncDisposable
{
    private readonly System.Diagnostics.Process process;
    private readonly Task<string> text;
    private readonly Task<string> errors;

    private ChildProgram(System.Diagnostics.Process process)
    {
        this.process = process;
        text = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The product's program, built as these tests were.</summary>
    public static string Throughline => Built("src/Throughline.App", "Throughline.App.dll");

    /// <summary>The product with addresses that write.</summary>
    public static string KillTarget => Built("tests/KillTarget", "KillTarget.dll");

    public bool HasExited => process.HasExited;

    /// <summary>Processor time spent until now: the same on a busy machine as on a quiet one, or nearly.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static ChildProgram Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet", arguments.Prepend(program))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("THROUGHLINE_DATA");
        start.Environment.Remove("THROUGHLINE_POSTGRES");
        start.Environment.Remove("THROUGHLINE_POSTGRES_OWNER");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ChildProgram(System.Diagnostics.Process.Start(start)!);
    }

    /// <summary>One command of the product, to its end.</summary>
    public static async Task<Answered> Command(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        await using var program = Start(Throughline, arguments, environment);
        return await program.End(TimeSpan.FromMinutes(2));
    }

    /// <summary>One command of the product, and the most megabytes that its process ever held (Linux keeps that figure).</summary>
    public static async Task<(Answered Answer, long Megabytes)> Measured(
        IEnumerable<string> arguments
    )
    {
        await using var program = Start(Throughline, arguments);
        var most = 0L;
        while (!program.HasExited)
        {
            most = Math.Max(most, program.MostHeld());
            await Task.Delay(5);
        }

        return (await program.End(TimeSpan.FromMinutes(2)), most / 1000);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>How long until it was ready.</summary>
    public async Task<TimeSpan> Ready(HttpClient http, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The program ended with {process.ExitCode}: {await text} {await errors}"
                );
            }

            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"Not ready within {limit}.");
    }

    /// <summary>SIGKILL: nothing in the program runs after it.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: what a service manager sends.</summary>
    public async Task<Answered> Terminate(TimeSpan limit)
    {
        using (
            var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString()])
        )
        {
            await kill.WaitForExitAsync();
        }

        return await End(limit);
    }

    public async Task<Answered> End(TimeSpan limit)
    {
        await process.WaitForExitAsync().WaitAsync(limit);
        return new Answered(process.ExitCode, await text, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    /// <summary>In kilobytes; 0 once the process has gone.</summary>
    private long MostHeld()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status")
                .FirstOrDefault(row => row.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..].Replace("kB", "").Trim());
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static string Built(string project, string file)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.Combine(
            Repository.Root,
            project,
            "bin",
            framework.Parent!.Name,
            framework.Name,
            file
        );
    }
}
