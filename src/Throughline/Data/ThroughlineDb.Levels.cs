using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughline.Kernel;

namespace Throughline.Data;

/// <summary>Whose it is to write: the rule of <see cref="IAtLevel"/>, asked of everything that a write is about to save.</summary>
public sealed partial class ThroughlineDb
{
    /// <summary>Read at each write, so that a member who was removed or given another role loses it at once.</summary>
    private async Task<bool> IsTheirsToWrite(PersonId who, CancellationToken cancel)
    {
        if (who == PersonId.Server)
        {
            return true;
        }

        var needed = await Needed(cancel);
        if (needed.Count == 0)
        {
            return true;
        }

        var memberships = await Set<Membership>()
            .AsNoTracking()
            .Where(row => row.DistrictId == District && row.PersonId == who)
            .ToListAsync(cancel);
        return needed.All(need =>
            memberships.Exists(membership => membership.RoleAt(need.School) >= need.Role)
        );
    }

    private async Task<HashSet<(SchoolId? School, Role Role)>> Needed(CancellationToken cancel)
    {
        var needed = new HashSet<(SchoolId?, Role)>();
        var changed = ChangeTracker
            .Entries()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            )
            .ToList();
        foreach (var entry in changed)
        {
            if (entry.Entity is IAtLevel { WrittenBy: { } role } own)
            {
                needed.Add((own.SchoolId, role));
            }
            else if (entry.Entity is not IAtLevel && await WholeOf(entry, cancel) is { } part)
            {
                needed.Add(part);
            }
        }

        return needed;
    }

    /// <summary>A part (a decision's next step, a goal's picture) is written by whoever writes the whole.</summary>
    private async Task<(SchoolId?, Role)?> WholeOf(EntityEntry part, CancellationToken cancel)
    {
        // What it must hang on is its whole; what it may also point at (the belief that a goal's link names) is not.
        var key = part
            .Metadata.GetForeignKeys()
            .FirstOrDefault(key =>
                key.IsRequired && key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IAtLevel))
            );
        if (key is null)
        {
            return null;
        }

        var id = key.Properties.Select(property => part.CurrentValues[property]).ToArray();
        return await FindAsync(key.PrincipalEntityType.ClrType, id, cancel) is IAtLevel whole
            ? (whole.SchoolId, whole.WrittenBy ?? Role.Editor)
            : (null, Role.Editor);
    }
}
