using Microsoft.EntityFrameworkCore;

namespace Throughline.Data;

/// <summary>The schema that this program knows, compared with the one that a database has.</summary>
public static class Schema
{
    /// <summary>The migrations that the database still needs, first one first. Refuses a database from a newer program.</summary>
    public static async Task<IReadOnlyList<string>> Pending(
        ThroughlineDb db,
        CancellationToken cancel
    )
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        RefuseUnknown(applied, known);
        return known.Except(applied, StringComparer.Ordinal).ToList();
    }

    public static void RefuseUnknown(IEnumerable<string> applied, IEnumerable<string> known)
    {
        var unknown = applied.Except(known, StringComparer.Ordinal).LastOrDefault();
        if (unknown is not null)
        {
            throw new StorageRefused(
                $"The database is newer than this program: it has the migration {unknown}, which this program does not know. "
                    + "Nothing was changed. Start the version that made it, or a later one; or restore a backup made by this version."
            );
        }
    }
}
