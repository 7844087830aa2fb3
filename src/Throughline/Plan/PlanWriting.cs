using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>What the use cases of this module share: opening a plan, giving numbers, finding, removing.</summary>
internal static class PlanWriting
{
    private const int Tries = 60;

    /// <summary>
    /// Writes what takes the next number of a plan. Where two take the same one at once (PostgreSQL; on SQLite there is one
    /// writer), the unique index refuses the second, which then takes the one after.
    /// </summary>
    public static async Task<Outcome<T>> WriteNumbered<T>(
        this ThroughlineDb db,
        Doing doing,
        Func<Task<Outcome<T>>> decide,
        CancellationToken cancel
    )
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await db.Write(doing, decide, cancel);
            }
            catch (DbUpdateException fault)
                when (tries < Tries && fault.InnerException is DbException { SqlState: "23505" })
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(5, 40), cancel);
            }
        }
    }

    /// <summary>The system's plan or a school's, begun when first needed; null where the school is not of this district.</summary>
    public static async Task<ImplementationPlan?> OpenPlan(
        this ThroughlineDb db,
        SchoolId? school,
        CancellationToken cancel
    )
    {
        var district = db.District!.Value;
        if (!await db.KnowsSchool(school, cancel))
        {
            return null;
        }

        var id = ImplementationPlan.IdOf(district, school);
        if (
            await db.Set<ImplementationPlan>().FirstOrDefaultAsync(row => row.Id == id, cancel) is
            { } plan
        )
        {
            return plan;
        }

        var parent = school is null ? null : await db.OpenPlan(null, cancel);
        plan = new ImplementationPlan
        {
            DistrictId = district,
            Id = id,
            SchoolId = school,
            ParentPlanId = parent?.Id,
        };
        db.Add(plan);
        db.Happened("plan.begun", plan);
        return plan;
    }

    /// <summary>What a line of a plan may hang on: a decision of the same plan or of the system's. Every other is unknown.</summary>
    public static async Task<bool> Knows(
        this ThroughlineDb db,
        DecisionId? decision,
        ImplementationPlanId plan,
        CancellationToken cancel
    )
    {
        var system = ImplementationPlan.IdOf(db.District!.Value, null);
        return decision is null
            || await db.Set<Decision>()
                .AnyAsync(
                    row => row.Id == decision && (row.PlanId == plan || row.PlanId == system),
                    cancel
                );
    }

    /// <summary>Numbers of removed decisions are not given again.</summary>
    public static async Task<int> NextNumber(
        this ThroughlineDb db,
        ImplementationPlanId plan,
        CancellationToken cancel
    ) =>
        1
        + (
            await db.Set<Decision>()
                .IgnoreQueryFilters([ThroughlineDb.RemovedFilter])
                .Where(row => row.PlanId == plan)
                .MaxAsync(row => (int?)row.Number, cancel)
            ?? 0
        );

    public static Conflict Stored(int version, params (string Field, string? Text)[] fields) =>
        new(
            version,
            fields.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal)
        );

    public static Task<Outcome<Nothing>> Remove<T>(
        this ThroughlineDb db,
        Func<IQueryable<T>, IQueryable<T>> which,
        string kind,
        Doing doing,
        CancellationToken cancel
    )
        where T : class, IDistrictThing =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                if (await which(db.Set<T>()).FirstOrDefaultAsync(cancel) is not { } thing)
                {
                    return Outcome.Unknown;
                }

                thing.Remove(doing);
                db.Happened(kind + ".removed", thing);
                return Outcome.Done;
            },
            cancel
        );

    public static Task<Outcome<Nothing>> BringBack<T>(
        this ThroughlineDb db,
        Func<IQueryable<T>, IQueryable<T>> which,
        string kind,
        Doing doing,
        CancellationToken cancel
    )
        where T : class, IDistrictThing =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var all = db.Set<T>().IgnoreQueryFilters([ThroughlineDb.RemovedFilter]);
                if (await which(all).FirstOrDefaultAsync(cancel) is not { } thing)
                {
                    return Outcome.Unknown;
                }

                thing.BringBack();
                db.Happened(kind + ".brought-back", thing);
                return Outcome.Done;
            },
            cancel
        );
}
