using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Kernel.Logos;

/// <summary>The logo as pages show it.</summary>
/// <param name="Words">For whoever does not see it.</param>
public sealed record LogoView(string File, string Words, int Width, int Height)
{
    public static string TypeOf(string file) =>
        file.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg";
}

public sealed record LogoLine(
    DistrictLogoId Id,
    string File,
    int Width,
    int Height,
    string? Words,
    int StandsOut,
    DateTime AddedAt
);

/// <summary>Of the district that was entered.</summary>
public sealed class LogoQueries(ThroughlineDb db) : IQueries
{
    /// <summary>All that were shown, the newest first.</summary>
    public async Task<IReadOnlyList<LogoLine>> All(CancellationToken cancel = default) =>
        await db.Set<DistrictLogo>()
            .AsNoTracking()
            .OrderByDescending(row => row.AddedAt)
            .ThenByDescending(row => row.Id)
            .Select(row => new LogoLine(
                row.Id,
                row.File,
                row.Width,
                row.Height,
                row.Words,
                row.StandsOut,
                row.AddedAt
            ))
            .ToListAsync(cancel);

    public Task<byte[]?> Picture(string file, CancellationToken cancel = default) =>
        db.Set<DistrictLogo>()
            .AsNoTracking()
            .Where(row => row.File == file)
            .Select(row => row.Picture)
            .FirstOrDefaultAsync(cancel);
}
