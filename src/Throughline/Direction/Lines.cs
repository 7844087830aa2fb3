using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>The short lists as the use cases see them.</summary>
internal static class Lines
{
    /// <summary>All of one list, tracked, in order: they are short.</summary>
    public static async Task<List<ILine>> Load(
        ThroughlineDb db,
        LineKind kind,
        CancellationToken cancel
    )
    {
        List<ILine> lines = kind switch
        {
            LineKind.Statement => [.. await db.Set<VisionStatement>().ToListAsync(cancel)],
            LineKind.Belief => [.. await db.Set<CoreBelief>().ToListAsync(cancel)],
            _ => [.. await db.Set<DistrictPriority>().ToListAsync(cancel)],
        };
        return [.. lines.OrderBy(line => line.Place).ThenBy(line => line.Key)];
    }

    public static async Task<ILine?> Removed(
        ThroughlineDb db,
        LineKind kind,
        Guid id,
        CancellationToken cancel
    ) =>
        kind switch
        {
            LineKind.Statement => await Removed<VisionStatement, VisionStatementId>(db, id, cancel),
            LineKind.Belief => await Removed<CoreBelief, CoreBeliefId>(db, id, cancel),
            _ => await Removed<DistrictPriority, DistrictPriorityId>(db, id, cancel),
        };

    public static ILine New(DistrictId district, LineKind kind) =>
        kind switch
        {
            LineKind.Statement => new VisionStatement
            {
                DistrictId = district,
                Id = Id.New<VisionStatementId>(),
            },
            LineKind.Belief => new CoreBelief
            {
                DistrictId = district,
                Id = Id.New<CoreBeliefId>(),
            },
            _ => new DistrictPriority { DistrictId = district, Id = Id.New<DistrictPriorityId>() },
        };

    public static int PlaceOf(List<ILine> lines, Guid id) =>
        lines.FindIndex(line => line.Key == id);

    private static async Task<ILine?> Removed<TLine, TId>(
        ThroughlineDb db,
        Guid id,
        CancellationToken cancel
    )
        where TLine : Line<TId>
        where TId : struct, IId<TId>
    {
        var key = Id.Of<TId>(id);
        return await db.Set<TLine>()
            .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
            .FirstOrDefaultAsync(row => row.Id.Equals(key) && row.RemovedAt != null, cancel);
    }
}
