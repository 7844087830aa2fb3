using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel.Tables;

namespace Throughline.Direction;

/// <summary>What goals can serve (vision statements, beliefs, priorities): named by its words in a sheet, kept by its keys in a draft.</summary>
internal sealed class ServedLines
{
    private readonly List<ILine> lines;

    private ServedLines(List<ILine> lines) => this.lines = lines;

    public static async Task<ServedLines> Of(ThroughlineDb db, CancellationToken cancel) =>
        new([
            .. await db.Set<VisionStatement>().AsNoTracking().ToListAsync(cancel),
            .. await db.Set<CoreBelief>().AsNoTracking().ToListAsync(cancel),
            .. await db.Set<DistrictPriority>().AsNoTracking().ToListAsync(cancel),
        ]);

    /// <summary>The keys of what a cell names, and the first name that nothing has.</summary>
    public (string Keys, string? Unknown) Find(string? cell)
    {
        // A line may have a semicolon of its own: then the whole cell is its name.
        var names =
            Cells.Clean(cell) is { } whole && lines.Exists(line => IsNamed(line, whole))
                ? [whole]
                : Cells.NamesIn(cell);
        return (
            Keys(lines.Where(line => names.Any(name => IsNamed(line, name)))),
            names.FirstOrDefault(name => !lines.Exists(line => IsNamed(line, name)))
        );
    }

    public string KeysOf(IEnumerable<GoalLink> links)
    {
        var linked = links
            .Select(link =>
                link.VisionStatementId?.Value
                ?? link.CoreBeliefId?.Value
                ?? link.DistrictPriorityId?.Value
            )
            .ToHashSet();
        return Keys(lines.Where(line => linked.Contains(line.Key)));
    }

    /// <summary>The text of a goal, serving what the keys say.</summary>
    public GoalText Into(GoalText text, string keys)
    {
        var served = lines
            .Where(line => keys.Contains(KeyOf(line), StringComparison.Ordinal))
            .ToList();
        return text with
        {
            Statements = [.. served.OfType<VisionStatement>().Select(line => line.Id)],
            Beliefs = [.. served.OfType<CoreBelief>().Select(line => line.Id)],
            Priorities = [.. served.OfType<DistrictPriority>().Select(line => line.Id)],
        };
    }

    private static bool IsNamed(ILine line, string name) =>
        string.Equals(line.Text, name, StringComparison.OrdinalIgnoreCase);

    private static string Keys(IEnumerable<ILine> named) =>
        string.Join(' ', named.Select(KeyOf).Order(StringComparer.Ordinal));

    private static string KeyOf(ILine line) => line.Key.ToString("n");
}
