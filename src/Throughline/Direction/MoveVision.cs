using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Says that the draft at hand is ready for others to read.</summary>
public sealed class ShareVision(ThroughlineDb db) : IUseCase
{
    public sealed record Input(int Version, SchoolId? School = null);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        VisionStep.Take(
            db,
            input.School,
            input.Version,
            doing,
            vision =>
            {
                if (vision.Status != VisionStatus.Drafting)
                {
                    return [Outcome.Refused(DirectionSentences.AlreadyShared)];
                }

                vision.Share(doing);
                return [];
            },
            "vision.shared",
            cancel
        );
}

/// <summary>Back to drafting, with a reason; what stood stays in the drafts and the history.</summary>
public sealed class ReopenVision(ThroughlineDb db) : IUseCase
{
    public sealed record Input(int Version, SchoolId? School = null);

    public Task<Outcome<Nothing>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        VisionStep.Take(
            db,
            input.School,
            input.Version,
            doing,
            vision =>
            {
                if (vision.Status == VisionStatus.Drafting)
                {
                    return [Outcome.Refused(DirectionSentences.StillDrafting)];
                }

                if (doing.Why is null)
                {
                    return [Outcome.Refused(DirectionSentences.SayWhy, "Why")];
                }

                if (doing.Why.Length > Limits.Statement)
                {
                    var sentence = DirectionSentences.TooLong(Limits.Statement, doing.Why.Length);
                    return [Outcome.Refused(sentence, "Why")];
                }

                vision.Reopen();
                return [];
            },
            "vision.reopened",
            cancel
        );
}

/// <summary>What the steps of a vision's life have in common.</summary>
internal static class VisionStep
{
    public static Task<Outcome<Nothing>> Take(
        ThroughlineDb db,
        SchoolId? school,
        int version,
        Doing doing,
        Func<Vision, List<Refusal>> decide,
        string happening,
        CancellationToken cancel
    ) =>
        db.Write<Nothing>(
            doing,
            async () =>
            {
                var scope = Vision.ScopeOf(school);
                var vision = await db.Set<Vision>()
                    .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
                if (vision is null)
                {
                    return Outcome.Unknown;
                }

                if (vision.Version != version)
                {
                    return WriteVision.StoredOf(vision);
                }

                if (decide(vision) is { Count: > 0 } refusals)
                {
                    return refusals;
                }

                db.Happened(happening, vision);
                return Outcome.Done;
            },
            cancel
        );
}
