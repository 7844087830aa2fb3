using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Publishing.Tree;

namespace Throughline.Publishing;

public sealed record PublishedLine(
    int Number,
    string Title,
    SchoolId? SchoolId,
    string? School,
    DateOnly PublishedOn,
    string Language,
    string? WhatChanged,
    DateTime? WithdrawnAt,
    string? WithdrawnWhy
);

/// <param name="Body">HTML of our own renderer; empty where the version was withdrawn.</param>
public sealed record PublishedView(
    PublishedPlanId Id,
    PublishedLine Line,
    string Body,
    ReadOnlyMemory<byte> Tree
)
{
    public PlanDocument Document => PlanJson.Read(Tree.Span);
}

/// <summary>A district as everybody sees it: its name, and what it published.</summary>
public sealed record PublicDistrict(DistrictView District, IReadOnlyList<PublishedLine> Versions)
{
    /// <summary>The newest that was not withdrawn: the district's own before a school's.</summary>
    public PublishedLine? Latest =>
        Versions
            .Where(line => line.WithdrawnAt is null)
            .OrderBy(line => line.School is not null)
            .ThenByDescending(line => line.Number)
            .FirstOrDefault()
        ?? Versions.MaxBy(line => line.Number);
}

public sealed class PublishedQueries(ThroughlineDb db, DistrictQueries districts) : IQueries
{
    /// <summary>The versions of the district that was entered, newest first.</summary>
    public async Task<IReadOnlyList<PublishedLine>> All(CancellationToken cancel = default) =>
        await (
            from plan in db.Set<PublishedPlan>()
            join school in db.Set<School>()
                on plan.SchoolId equals (SchoolId?)school.Id
                into schools
            from school in schools.DefaultIfEmpty()
            orderby plan.Number descending
            select new PublishedLine(
                plan.Number,
                plan.Title,
                plan.SchoolId,
                school!.Name,
                plan.PublishedOn,
                plan.Language,
                plan.WhatChanged,
                plan.WithdrawnAt,
                plan.WithdrawnWhy
            )
        )
            .AsNoTracking()
            .ToListAsync(cancel);

    public async Task<PublishedView?> Version(int number, CancellationToken cancel = default)
    {
        var line = (await All(cancel)).FirstOrDefault(one => one.Number == number);
        var plan = await db.Set<PublishedPlan>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Number == number, cancel);
        return line is null || plan is null ? null
            : plan.WithdrawnAt is not null ? new PublishedView(plan.Id, line, "", default)
            : new PublishedView(plan.Id, line, Encoding.UTF8.GetString(plan.Body), plan.Tree);
    }

    /// <summary>
    /// Enters a district for a reader from outside, as nobody: from here on only what is asked here is read. Null where there is no such
    /// district, and where it has published nothing: from outside the two are the same.
    /// </summary>
    public async Task<PublicDistrict?> Enter(string slug, CancellationToken cancel = default)
    {
        if (await districts.BySlug(slug, cancel) is not { } district)
        {
            return null;
        }

        await db.Enter(district.Id, null, cancel);
        var versions = await All(cancel);
        return versions.Count == 0 ? null : new PublicDistrict(district, versions);
    }
}
