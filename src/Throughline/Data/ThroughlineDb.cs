using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>
/// The one context. It is opened for a district and a person (<see cref="Enter"/>), reads only what is theirs, and writes only
/// inside <see cref="Write{T}"/>: one transaction, with its history.
/// </summary>
public sealed partial class ThroughlineDb(DbContextOptions<ThroughlineDb> options, IStorage storage)
    : DbContext(options)
{
    private Doing? doing;
    private bool isTogether;

    /// <summary>
    /// Read by the query filters on each query. It has to be a member of the context: a captured local would be baked into the
    /// cached model and show the first district's rows to everybody.
    /// </summary>
    public DistrictId? District { get; private set; }

    public PersonId? Person { get; private set; }

    /// <summary>From here on this context is of one district (or none) and one person (or none).</summary>
    public async Task Enter(
        DistrictId? district,
        PersonId? person,
        CancellationToken cancel = default
    )
    {
        await Leave();
        District = district;
        Person = person;
        if (storage.ReadsInTransaction)
        {
            await Begin(cancel);
        }
    }

    /// <summary>
    /// Makes all the writes within it one: at its end all are stored, or none. One that is refused within stores nothing and does not
    /// stop the others.
    /// </summary>
    public async Task Together(Func<Task> writes, CancellationToken cancel)
    {
        await Leave();
        var committed = false;
        try
        {
            await Begin(cancel);
            isTogether = true;
            await writes();
            isTogether = false;
            await Commit();
            committed = true;
        }
        finally
        {
            isTogether = false;
            await Leave();
            ChangeTracker.Clear();
            await GoOnReading(committed, cancel);
        }
    }

    /// <summary>
    /// Runs <paramref name="decide"/> in one transaction (on SQLite an immediate one: the writer's place is taken before the
    /// first read, so that nothing read can change before the save). Saves if it answers Done and what changed is theirs to write
    /// (<see cref="IAtLevel"/>); otherwise nothing is changed.
    /// </summary>
    public async Task<Outcome<T>> Write<T>(
        Doing by,
        Func<Task<Outcome<T>>> decide,
        CancellationToken cancel = default
    )
    {
        try
        {
            return await WriteOnce(by, decide, cancel);
        }
        catch (DbUpdateException fault) when (!isTogether && IsTaken(fault))
        {
            // Somebody stored the first of its kind between our read and our write (PostgreSQL; on SQLite there is one writer).
            // It is there now, so it is decided again knowing of it.
            return await WriteOnce(by, decide, cancel);
        }
    }

    private static bool IsTaken(DbUpdateException fault) =>
        fault.InnerException is DbException { SqlState: "23505" };

    private async Task<Outcome<T>> WriteOnce<T>(
        Doing by,
        Func<Task<Outcome<T>>> decide,
        CancellationToken cancel
    )
    {
        await Leave();
        ChangeTracker.Clear();
        doing = by;
        var committed = false;
        try
        {
            await Begin(cancel);
            var outcome = await decide();
            if (outcome is Outcome<T>.Done)
            {
                if (!await IsTheirsToWrite(by.Who, cancel))
                {
                    return Outcome.Refused(LevelSentences.NotYours);
                }

                await SaveChangesAsync(cancel);
                await Commit();
                committed = true;
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between our read and our write (PostgreSQL; on SQLite there is one writer).
            return new Conflict(0, new Dictionary<string, string?>(StringComparer.Ordinal));
        }
        finally
        {
            doing = null;
            await Leave();
            ChangeTracker.Clear();
            await GoOnReading(committed, cancel);
        }
    }

    /// <summary>Says what happened to a thing; the fields that changed are added from the change itself.</summary>
    public void Happened(string kind, IDistrictThing subject) =>
        Happened(kind, subject.HistoryKind, subject.Key, subject.HistoryName);

    public void Happened(string kind, string subjectKind, Guid subjectId, string about)
    {
        var by = doing ?? throw new InvalidOperationException("History is written inside Write.");
        Set<Happening>()
            .Add(
                new Happening
                {
                    DistrictId =
                        District
                        ?? throw new TenancyBreach(
                            "History belongs to a district, and none was entered."
                        ),
                    Id = Id.New<HappeningId>(),
                    When = by.When,
                    Who = by.Who,
                    OnBehalfOf = by.OnBehalfOf,
                    Why = by.Why,
                    Kind = kind,
                    SubjectKind = subjectKind,
                    SubjectId = subjectId,
                    About = about.Length > 500 ? about[..500] : about,
                }
            );
    }

    private async Task Begin(CancellationToken cancel)
    {
        if (!isTogether)
        {
            await Database.BeginTransactionAsync(cancel);
        }

        await storage.TellWho(this, cancel);
    }

    /// <summary>Without the request's token: a visitor who goes away must not leave a commit half heard.</summary>
    private async Task Commit()
    {
        if (isTogether)
        {
            return;
        }

        try
        {
            await Database.CommitTransactionAsync(CancellationToken.None);
        }
        catch (Exception fault) when (storage.LeavesInDoubt(fault))
        {
            throw new WriteInDoubt(fault);
        }
    }

    private async Task GoOnReading(bool committed, CancellationToken cancel)
    {
        if (isTogether || !storage.ReadsInTransaction)
        {
            return;
        }

        try
        {
            await Begin(cancel);
        }
        catch (Exception fault) when (committed && storage.IsPassing(fault))
        {
            // Stored, but nobody can be told so by a page that says "nothing was saved".
            throw new WriteInDoubt(fault);
        }
    }

    private async Task Leave()
    {
        known.Clear();
        if (!isTogether && Database.CurrentTransaction is { } open)
        {
            try
            {
                await open.RollbackAsync(CancellationToken.None);
            }
            catch (Exception fault) when (storage.IsPassing(fault))
            {
                // The connection is gone and took the transaction with it; the fault that broke it is the one to tell.
            }

            await open.DisposeAsync();
        }
    }
}

/// <summary>A write that would have crossed from one district into another. A bug, never a person's mistake.</summary>
public sealed class TenancyBreach(string message) : InvalidOperationException(message);
