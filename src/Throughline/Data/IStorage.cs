using Microsoft.EntityFrameworkCore;

namespace Throughline.Data;

/// <summary>
/// What differs between the databases: two implementations, SQLite and PostgreSQL, each in the project that holds its migrations.
/// Everything else runs the same on both.
/// </summary>
public interface IStorage
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Row-level security reads the district from a setting that lives as long as a transaction; there reading needs one too.
    /// </summary>
    bool ReadsInTransaction { get; }

    void Configure(DbContextOptionsBuilder options);

    /// <summary>
    /// Brings the schema to today's, whatever a killed process left behind; safe to run at every start and by two processes at once.
    /// </summary>
    Task Migrate(CancellationToken cancel);

    /// <summary>Runs first in every transaction: tells the database which district and which person this is.</summary>
    Task TellWho(ThroughlineDb db, CancellationToken cancel);

    /// <summary>The write could not begin or end because of others or of the disk; nothing was stored and it may be tried again.</summary>
    bool IsPassing(Exception fault);

    /// <summary>The commit was sent and its answer never came: whether it is stored cannot be told from here.</summary>
    bool LeavesInDoubt(Exception fault);

    /// <summary>Refuses to serve where one of the walls would not stand: where the role that serves is above row-level security.</summary>
    Task MakeSureItMayServe(CancellationToken cancel);

    /// <summary>Begins a write and takes it back: what "ready" means.</summary>
    Task TryToWrite(CancellationToken cancel);

    IUpkeep Upkeep { get; }

    IAnswerStore Answers { get; }
}
