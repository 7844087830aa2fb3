using System.Diagnostics;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Directory;
using Throughline.Directory.Reading;
using Throughline.Kernel;
using Throughline.Sqlite;

namespace Throughline.Bench;

/// <summary>
/// The import that the product does, from the file to the committed rows of its own SQLite database, against DuckDB reading and typing
/// the same file. By turns, so that whatever else the machine does meets both.
/// </summary>
static class DirectoryImport
{
    private const int WarmUps = 3;
    private const int Rounds = 15;
    private const double LimitTimes = 2.0;
    private const int EndYear = 2017;

    public static async Task<int> Run(string[] args)
    {
        var source = args is [var given, ..]
            ? given
            : SharedData.Find("dese-schools-2017", "MA_Public_Schools_2017.csv");
        if (source is null || !File.Exists(source))
        {
            Console.WriteLine(
                "shared/data/dese-schools-2017 is not beside the repository: nothing was measured."
            );
            return 2;
        }

        var duck = new List<double>();
        var read = new List<double>();
        var imported = new List<double>();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var others = ReadWithDuckDb(source);
            var begin = Stopwatch.GetTimestamp();
            Read(source);
            var reading = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            var ours = await Import(source);
            if (round >= 0)
            {
                duck.Add(others);
                read.Add(reading);
                imported.Add(ours);
            }
        }

        var figures = new Figures();
        Figures.Beside("DuckDB reads and types the file, median", Figures.Median(duck), "ms");
        Figures.Beside("reading alone, median", Figures.Median(read), "ms");
        Figures.Beside("import with its commit, median", Figures.Median(imported), "ms");
        figures.Within(
            "import, times DuckDB",
            Figures.Median(imported) / Figures.Median(duck),
            LimitTimes,
            ""
        );
        return figures.Exit;
    }

    private static DirectoryReading Read(string source)
    {
        using var file = DirectoryFile.Open(source);
        return file.Read(EndYear);
    }

    private static double ReadWithDuckDb(string source)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"CREATE TABLE t AS SELECT * FROM read_csv('{source.Replace("'", "''", StringComparison.Ordinal)}')";
        var begin = Stopwatch.GetTimestamp();
        command.ExecuteNonQuery();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static async Task<double> Import(string source)
    {
        var folder = Product.NewFolder();
        var storage = new SqliteStorage(Path.Combine(folder, "throughline.db"));
        double took;
        await using (
            var services = new ServiceCollection().AddThroughline(storage).BuildServiceProvider()
        )
        {
            await storage.Migrate(CancellationToken.None);
            await using var scope = services.CreateAsyncScope();
            var import = scope.ServiceProvider.GetRequiredService<ImportDirectory>();
            var doing = Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime);
            var begin = Stopwatch.GetTimestamp();
            await import.Do([Read(source)], doing);
            took = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
        return took;
    }
}
