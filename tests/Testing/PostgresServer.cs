using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Throughline.Testing;

/// <summary>A real PostgreSQL of this machine's packages, in a temporary folder, started once per test run and ended with it.</summary>
public static class PostgresServer
{
    private static readonly Lazy<Task<string?>> Running = new(Start);

    /// <summary>True where nothing may be skipped: a missing database or browser is then a failure.</summary>
    public static bool Strict => Environment.GetEnvironmentVariable("THROUGHLINE_STRICT") == "1";

    /// <summary>
    /// Set before the first use: a commit is on disk when it is acknowledged, as by default. Tests do without, since nothing of theirs
    /// outlives a fall of the machine; a measurement must not.
    /// </summary>
    public static bool Durable { get; set; }

    /// <summary>The superuser's connection string without a database; null where no PostgreSQL is installed.</summary>
    public static Task<string?> Connection => Running.Value;

    private static async Task<string?> Start()
    {
        var programs = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System
                .IO.Directory.GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;
        if (programs is null || !File.Exists(Path.Combine(programs, "bin", "initdb")))
        {
            return Strict
                ? throw new InvalidOperationException(
                    "PostgreSQL is not installed, and nothing may be skipped."
                )
                : null;
        }

        var folder = System.IO.Directory.CreateTempSubdirectory("throughline-pg").FullName;
        var port = FreePort();
        var script = $"""
            set -e
            bin={programs}/bin
            $bin/initdb -D {folder}/data -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
            exec $bin/postgres -D {folder}/data -p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync={(
                Durable ? "on" : "off"
            )} -c max_connections=200
            """;
        await File.WriteAllTextAsync(Path.Combine(folder, "start.sh"), script);
        Run("chmod", "-R", "a+rX", folder);
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "postgres", folder);
        }

        var start =
            Environment.UserName == "root"
                ? new ProcessStartInfo(
                    "setpriv",
                    [
                        "--reuid=postgres",
                        "--regid=postgres",
                        "--clear-groups",
                        "--pdeathsig=SIGKILL",
                        "bash",
                        folder + "/start.sh",
                    ]
                )
                : new ProcessStartInfo(
                    "setpriv",
                    ["--pdeathsig=SIGKILL", "bash", folder + "/start.sh"]
                );
        start.WorkingDirectory = folder;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        var server = await StartOnAThreadThatStays(start);
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Kill(entireProcessTree: true);
            // A run leaves hundreds of small databases: taking them away is not waited for.
            using var sweep = System.Diagnostics.Process.Start(
                "sh",
                ["-c", "sleep 1; rm -rf \"$0\"", folder]
            );
        };
        await Listening(port, server);
        return $"Host=127.0.0.1;Port={port};Username=postgres;Pooling=true;Maximum Pool Size=20";
    }

    /// <summary>The death signal comes with the end of the thread that started it, and a thread of the pool ends when it is idle.</summary>
    private static Task<System.Diagnostics.Process> StartOnAThreadThatStays(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<System.Diagnostics.Process>();
        var thread = new Thread(() =>
        {
            started.SetResult(System.Diagnostics.Process.Start(start)!);
            Thread.Sleep(Timeout.Infinite);
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return started.Task;
    }

    private static async Task Listening(int port, System.Diagnostics.Process server)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!server.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("PostgreSQL did not start within 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
    }
}
