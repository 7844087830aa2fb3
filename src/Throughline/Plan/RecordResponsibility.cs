using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Adds a line to the tracker, with the support that it takes.</summary>
public sealed class RecordResponsibility(ThroughlineDb db) : IUseCase
{
    public sealed record Input : ResponsibilityDraft
    {
        public SchoolId? School { get; init; }
    }

    public Task<Outcome<ResponsibilityId>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<ResponsibilityId>(
            doing,
            async () =>
            {
                if (input.Refusals() is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                if (
                    await db.OpenPlan(input.School, cancel) is not { } plan
                    || !await db.Knows(input.FromDecision, plan.Id, cancel)
                )
                {
                    return Outcome.Unknown;
                }

                var responsibility = db.AddResponsibility(
                    plan,
                    input,
                    null,
                    await Team.Of(db, cancel)
                );
                db.Happened("responsibility.recorded", responsibility);
                return responsibility.Id;
            },
            cancel
        );
}

internal static class ResponsibilityWriting
{
    public static Responsibility AddResponsibility(
        this ThroughlineDb db,
        ImplementationPlan plan,
        ResponsibilityDraft draft,
        string? starter,
        Team team
    )
    {
        var responsibility = new Responsibility
        {
            DistrictId = plan.DistrictId,
            Id = Id.New<ResponsibilityId>(),
            PlanId = plan.Id,
            StarterCode = starter,
        };
        db.Add(responsibility);
        draft.Into(responsibility, team);
        db.AddSupport(responsibility, draft.Support);
        return responsibility;
    }

    public static SupportNeed? AddSupport(
        this ThroughlineDb db,
        Responsibility responsibility,
        string? what
    )
    {
        if (PlanText.Clean(what) is not { } text)
        {
            return null;
        }

        var need = new SupportNeed
        {
            DistrictId = responsibility.DistrictId,
            Id = Id.New<SupportNeedId>(),
            ResponsibilityId = responsibility.Id,
            What = text,
        };
        db.Add(need);
        return need;
    }
}
