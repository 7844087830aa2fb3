using System.Diagnostics;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Throughline.Directory.Reading;

namespace Throughline.Bench;

/// <summary>Importing a state's directory against DuckDB reading and typing the same file.</summary>
static class DirectoryImport
{
    const int Rounds = 9;
    const int WarmUps = 3;
    const double Limit = 2.0;

    public static int Run(string[] args)
    {
        var source = args is [var given, ..] ? given : FindSource();
        if (source is null || !File.Exists(source))
        {
            Console.WriteLine(
                "shared/data/dese-schools-2017 is not beside the repository: nothing was measured."
            );
            return 2;
        }

        var folder = System
            .IO.Directory.CreateDirectory(
                Path.Combine(AppContext.BaseDirectory, "directory-import")
            )
            .FullName;
        var duck = Measure("DuckDB reads and types", () => ReadWithDuckDb(source));
        Measure("reading", () => Time(() => Read(source)));
        foreach (var layout in DirectoryLayout.All)
        {
            var whole = Measure(
                $"reading and writing, {layout.Name}",
                () => Import(source, folder, layout)
            );
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{"", -48} {whole / duck, 8:0.00} times DuckDB (limit {Limit:0.0})"
                )
            );
        }

        return 0;
    }

    static double Measure(string what, Func<double> run)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            run();
        }

        var times = Enumerable.Range(0, Rounds).Select(_ => run()).Order().ToArray();
        var median = times[Rounds / 2];
        Console.WriteLine(
            FormattableString.Invariant(
                $"{what, -48} {median, 8:0.0} ms median of {Rounds} ({times[0]:0.0} to {times[^1]:0.0})"
            )
        );
        return median;
    }

    static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static DirectoryReading Read(string source)
    {
        using var file = DirectoryFile.Open(source);
        return file.Read(2017);
    }

    static double ReadWithDuckDb(string source)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"CREATE TABLE t AS SELECT * FROM read_csv('{source.Replace("'", "''", StringComparison.Ordinal)}')";
        return Time(() => command.ExecuteNonQuery());
    }

    static double Import(string source, string folder, DirectoryLayout layout)
    {
        var path = Path.Combine(folder, "directory.db");
        foreach (var old in System.IO.Directory.GetFiles(folder))
        {
            File.Delete(old);
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, "PRAGMA synchronous=FULL");
        Execute(connection, layout.Tables);
        return Time(() =>
        {
            var reading = Read(source);
            using var transaction = connection.BeginTransaction();
            layout.Insert(connection, transaction, reading);
            transaction.Commit();
        });
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static string? FindSource()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var found = Path.Combine(
                folder.FullName,
                "shared",
                "data",
                "dese-schools-2017",
                "MA_Public_Schools_2017.csv"
            );
            if (File.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
