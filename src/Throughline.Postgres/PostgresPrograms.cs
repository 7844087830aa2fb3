using System.Diagnostics;
using Npgsql;
using Throughline.Data;

namespace Throughline.Postgres;

/// <summary>pg_dump and pg_restore, as this machine has them. Passwords go through the environment, never through arguments.</summary>
internal static class PostgresPrograms
{
    public static async Task<string> Run(
        string program,
        string connection,
        IEnumerable<string> arguments,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in EnvironmentFor(new NpgsqlConnectionStringBuilder(connection)))
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var text = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0
                ? text
                : throw new StorageRefused(
                    $"{program} did not succeed: {(await errors).Trim().ReplaceLineEndings(" ")}"
                );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>On the PATH, or where Debian and Ubuntu put the versions side by side: the newest.</summary>
    private static string Find(string program)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var packaged = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System
                .IO.Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        return packaged
                .Concat(onPath)
                .Where(folder => folder.Length > 0)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists)
            ?? throw new StorageRefused(
                $"{program} is not on this machine. Install PostgreSQL's client programs (postgresql-client), of the server's version or later."
            );
    }

    private static IEnumerable<(string, string?)> EnvironmentFor(
        NpgsqlConnectionStringBuilder given
    )
    {
        yield return ("PGHOST", given.Host);
        yield return ("PGPORT", given.Port.ToString());
        yield return ("PGDATABASE", given.Database ?? given.Username);
        yield return ("PGOPTIONS", given.Options);
        yield return ("PGCONNECT_TIMEOUT", "15");
        if (given.Username is not null)
        {
            yield return ("PGUSER", given.Username);
        }

        if (given.Password is not null)
        {
            yield return ("PGPASSWORD", given.Password);
        }

        if (given.Passfile is not null)
        {
            yield return ("PGPASSFILE", given.Passfile);
        }

        if (given.RootCertificate is not null)
        {
            yield return ("PGSSLROOTCERT", given.RootCertificate);
        }

        yield return (
            "PGSSLMODE",
            given.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }
        );
    }
}
