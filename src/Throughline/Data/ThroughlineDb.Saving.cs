using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>The guard at the door of every save: the right district, a counted version, a recorded history.</summary>
public sealed partial class ThroughlineDb
{
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous and happens in Write.");

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (doing is null)
        {
            throw new InvalidOperationException(
                "Saving happens in Write, so that it has a transaction and an author."
            );
        }

        ChangeTracker.DetectChanges();
        var owned = ChangeTracker
            .Entries<IDistrictOwned>()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            )
            .ToList();
        foreach (var entry in owned)
        {
            if (entry.Entity.DistrictId != District)
            {
                throw new TenancyBreach(
                    $"A {entry.Metadata.ShortName()} of another district was about to be saved."
                );
            }
        }

        RecordChanges(owned);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static void RecordChanges(List<EntityEntry<IDistrictOwned>> owned)
    {
        var happenings = owned.Select(entry => entry.Entity).OfType<Happening>().ToList();
        var changes = happenings.ToDictionary(
            happening => happening.Id,
            _ => new List<FieldChange>()
        );
        foreach (var entry in owned.Where(entry => entry.Entity is not Happening))
        {
            if (happenings.Count == 0)
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} was changed and no history says so."
                );
            }

            if (entry.Entity is not IDistrictThing thing)
            {
                continue;
            }

            if (entry.State != EntityState.Deleted)
            {
                thing.CountSave();
            }

            var own = happenings.Find(happening => happening.SubjectId == thing.Key);
            var prefix = own is null ? thing.HistoryKind + "." : "";
            changes[(own ?? happenings[0]).Id].AddRange(ChangedFields(entry, prefix));
        }

        foreach (var happening in happenings.Where(happening => changes[happening.Id].Count > 0))
        {
            // Bounded: a directory's five hundred figures are one happening, not five hundred lines of it.
            happening.Changes = JsonSerializer.Serialize(changes[happening.Id].Take(100));
        }
    }

    private static IEnumerable<FieldChange> ChangedFields(
        EntityEntry<IDistrictOwned> entry,
        string prefix
    ) =>
        from property in entry.Properties
        where
            !property.Metadata.IsPrimaryKey()
            && property.Metadata.Name is not nameof(IDistrictThing.Version)
        where property.Metadata.ClrType != typeof(byte[])
        let old = entry.State == EntityState.Added ? null : AsText(property.OriginalValue)
        let now = entry.State == EntityState.Deleted ? null : AsText(property.CurrentValue)
        where old != now
        select new FieldChange(prefix + property.Metadata.Name, old, now);

    private static string? AsText(object? value) =>
        value switch
        {
            null => null,
            DateTime time => time.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(
                null,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => value.ToString(),
        };
}
