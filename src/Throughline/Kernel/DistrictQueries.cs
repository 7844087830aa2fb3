using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel.Logos;

namespace Throughline.Kernel;

/// <summary>What every page of a district shows and needs to know about it.</summary>
public sealed record DistrictView(
    DistrictId Id,
    string Slug,
    string Name,
    string State,
    bool IsInvented,
    string TimeZone,
    string Language,
    string? AccentColor,
    DateOnly? LaunchDate,
    DateOnly? TeamLaunchDate,
    string HorizonSet,
    string ProcessEdition,
    string? BandFrom,
    string? BandTo,
    int Version
)
{
    /// <summary>Null where the district shows none.</summary>
    public LogoView? Logo { get; init; }
}

/// <summary>What the person is in this district.</summary>
public sealed record MembershipView(
    MembershipId Id,
    PersonId PersonId,
    Role Role,
    SchoolId? SchoolId,
    string? SchoolName
)
{
    /// <summary>A school's editor reads the district's plan but does not write it.</summary>
    public Role RoleAt(SchoolId? school) => Role.At(SchoolId, school);
}

public sealed class DistrictQueries(ThroughlineDb db) : IQueries
{
    /// <summary>For what the server does everywhere; a page knows its one district.</summary>
    public Task<List<DistrictId>> All(CancellationToken cancel = default) =>
        db.Set<District>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);

    public Task<DistrictView?> BySlug(string slug, CancellationToken cancel = default) =>
        View(db.Set<District>().Where(row => row.Slug == slug)).FirstOrDefaultAsync(cancel);

    public Task<DistrictView?> ById(DistrictId id, CancellationToken cancel = default) =>
        View(db.Set<District>().Where(row => row.Id == id)).FirstOrDefaultAsync(cancel);

    private static IQueryable<DistrictView> View(IQueryable<District> rows) =>
        rows.AsNoTracking()
            .Select(row => new DistrictView(
                row.Id,
                row.Slug,
                row.Name,
                row.State,
                row.IsInvented,
                row.TimeZone,
                row.Language,
                row.AccentColor,
                row.LaunchDate,
                row.TeamLaunchDate,
                row.HorizonSet,
                row.ProcessEdition,
                row.BandFrom,
                row.BandTo,
                row.Version
            )
            {
                Logo =
                    row.LogoFile == null
                        ? null
                        : new LogoView(
                            row.LogoFile,
                            row.LogoWords ?? row.Name,
                            row.LogoWidth,
                            row.LogoHeight
                        ),
            });

    public Task<int> CountMembers(CancellationToken cancel = default) =>
        db.Set<Membership>()
            .Where(row => row.DistrictId == db.District)
            .Select(row => row.PersonId)
            .Distinct()
            .CountAsync(cancel);

    /// <summary>The strongest of a person's memberships; null for whoever has none, or had one removed.</summary>
    public async Task<MembershipView?> MembershipOf(
        PersonId person,
        CancellationToken cancel = default
    )
    {
        var all = await db.Set<Membership>()
            .AsNoTracking()
            .Where(row => row.DistrictId == db.District && row.PersonId == person)
            .Select(row => new MembershipView(
                row.Id,
                row.PersonId,
                row.Role,
                row.SchoolId,
                db.Set<School>()
                    .Where(school => school.Id == row.SchoolId)
                    .Select(school => school.Name)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancel);
        return all.OrderBy(row => row.SchoolId is null ? 0 : 1)
            .ThenByDescending(row => row.Role)
            .FirstOrDefault();
    }
}
