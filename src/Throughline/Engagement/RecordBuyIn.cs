using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Engagement;

/// <summary>Writes down where a group stands, on which day, and how the team knows.</summary>
public sealed class RecordBuyIn(ThroughlineDb db) : IUseCase
{
    public const int EvidenceLimit = 1_000;

    public sealed record Input(
        StakeholderGroupId Group,
        BuyInState State,
        DateOnly? On,
        string? Evidence
    );

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var group = await db.Set<StakeholderGroup>()
                    .FirstOrDefaultAsync(row => row.Id == input.Group, cancel);
                if (group is null)
                {
                    return Outcome.Unknown;
                }

                var evidence = (input.Evidence ?? "").Trim();
                if (evidence.Length is 0 or > EvidenceLimit)
                {
                    return Outcome.Refused(
                        evidence.Length == 0
                            ? EngagementSentences.SayTheEvidence
                            : EngagementSentences.TooLong(EvidenceLimit),
                        nameof(input.Evidence)
                    );
                }

                if (input.On is not { } day)
                {
                    return Outcome.Refused(EngagementSentences.ChooseADay, nameof(input.On));
                }

                db.Add(
                    new BuyIn
                    {
                        DistrictId = group.DistrictId,
                        Id = Id.New<BuyInId>(),
                        GroupId = group.Id,
                        State = input.State,
                        On = day,
                        Evidence = evidence,
                        By = doing.Who,
                    }
                );
                db.Happened("stakeholder-group.stands", group);
                return Outcome.Done;
            },
            cancel
        );
}
