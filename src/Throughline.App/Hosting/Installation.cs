using Throughline.Data;
using Throughline.Kernel.Languages;
using Throughline.Postgres;
using Throughline.Sqlite;

namespace Throughline.App.Hosting;

/// <summary>Where this installation keeps its things: the data folder and the content that came with the program.</summary>
public sealed record Installation(string Data)
{
    public static string Content => Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>The key ring of links and form tokens: private to the server's account.</summary>
    public string Keys => PrivateFolder.Make(Path.Combine(Data, "keys"));

    /// <summary>SQLite in the data folder, or PostgreSQL where <c>THROUGHLINE_POSTGRES</c> names one.</summary>
    public IStorage OpenStorage(bool visitorsWait = false)
    {
        if (!System.IO.Directory.Exists(Data))
        {
            PrivateFolder.Make(Data);
        }

        var postgres = Environment.GetEnvironmentVariable("THROUGHLINE_POSTGRES");
        return string.IsNullOrWhiteSpace(postgres)
            ? new SqliteStorage(Path.Combine(Path.GetFullPath(Data), "throughline.db"))
            : new PostgresStorage(
                postgres,
                Environment.GetEnvironmentVariable("THROUGHLINE_POSTGRES_OWNER"),
                visitorsWait
            );
    }

    public static LanguageFiles OpenLanguages() =>
        LanguageFiles.Load(Path.Combine(Content, "languages"));
}
