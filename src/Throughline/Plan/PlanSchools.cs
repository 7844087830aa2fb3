using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Whose each plan is: a school's, or with null the system's.</summary>
internal static class PlanSchools
{
    public static Task<Dictionary<ImplementationPlanId, SchoolId?>> Of(
        ThroughlineDb db,
        CancellationToken cancel
    ) =>
        db.Once(
            "plan.schools",
            () =>
                db.Set<ImplementationPlan>()
                    .AsNoTracking()
                    .ToDictionaryAsync(row => row.Id, row => row.SchoolId, cancel)
        );
}
