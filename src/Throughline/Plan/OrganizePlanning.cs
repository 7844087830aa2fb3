using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Records how the district and its schools organize the planning, or changes it: who plans what, and why so.</summary>
public sealed class OrganizePlanning(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public PlanningWay? Way { get; init; }

        /// <summary>What the district plans, a line each.</summary>
        public string? ByDistrict { get; init; }

        public string? BySchools { get; init; }

        public string? Together { get; init; }

        public string? Reason { get; init; }

        /// <summary>Zero where nothing was recorded when the form was opened.</summary>
        public int Version { get; init; }
    }

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.WriteNumbered<Nothing>(
            doing,
            async () =>
            {
                var stored = await db.Set<PlanningArrangement>().FirstOrDefaultAsync(cancel);
                if ((stored?.Version ?? 0) != input.Version)
                {
                    return StoredTexts(stored);
                }

                if (Refusals(input) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                var arrangement = stored;
                if (arrangement is null)
                {
                    arrangement = new PlanningArrangement
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<PlanningArrangementId>(),
                    };
                    db.Add(arrangement);
                }

                arrangement.Arrange(input.Way!.Value, PlanText.Clean(input.Reason)!);
                arrangement.Share(
                    PlanText.Clean(input.ByDistrict),
                    PlanText.Clean(input.BySchools),
                    PlanText.Clean(input.Together)
                );
                db.Happened(
                    stored is null ? "planning.organized" : "planning.reorganized",
                    arrangement
                );
                return Outcome.Done;
            },
            cancel
        );

    private static Conflict StoredTexts(PlanningArrangement? stored) =>
        PlanWriting.Stored(
            stored?.Version ?? 0,
            (nameof(Input.ByDistrict), stored?.ByDistrict),
            (nameof(Input.BySchools), stored?.BySchools),
            (nameof(Input.Together), stored?.Together),
            (nameof(Input.Reason), stored?.Reason)
        );

    private static List<Refusal> Refusals(Input input)
    {
        List<Refusal> refusals =
        [
            .. PlanText.TooLong(
                (nameof(Input.ByDistrict), input.ByDistrict, PlanText.Names),
                (nameof(Input.BySchools), input.BySchools, PlanText.Names),
                (nameof(Input.Together), input.Together, PlanText.Names),
                (nameof(Input.Reason), input.Reason, PlanText.Prose)
            ),
        ];
        if (input.Way is not { } way || !Enum.IsDefined(way))
        {
            refusals.Add(Outcome.Refused(PlanSentences.ChooseAWay, nameof(Input.Way)));
        }

        if (
            PlanText.Clean(input.ByDistrict) is null
            && PlanText.Clean(input.BySchools) is null
            && PlanText.Clean(input.Together) is null
        )
        {
            refusals.Add(Outcome.Refused(PlanSentences.SayWhoPlansWhat, nameof(Input.ByDistrict)));
        }

        if (PlanText.Clean(input.Reason) is null)
        {
            refusals.Add(Outcome.Refused(PlanSentences.EnterAReason, nameof(Input.Reason)));
        }

        return refusals;
    }
}
