using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Saves the vision's text at hand; kept, it becomes a draft that stays readable.</summary>
public sealed class WriteVision(ThroughlineDb db) : IUseCase
{
    /// <param name="Version">As read; 0 where there was none yet.</param>
    public sealed record Input(
        string? Text,
        int Version,
        bool Keep = false,
        SchoolId? School = null
    );

    public Task<Outcome<int>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<int>(
            doing,
            async () =>
            {
                var scope = Vision.ScopeOf(input.School);
                var vision = await db.Set<Vision>()
                    .FirstOrDefaultAsync(row => row.Scope == scope, cancel);
                var text = Limits.Tidy(input.Text);
                var refusals = new List<Refusal>();
                refusals.Need(
                    text,
                    Limits.Vision,
                    nameof(input.Text),
                    DirectionSentences.WriteAVision
                );
                if (vision is not null && vision.Status != VisionStatus.Drafting)
                {
                    refusals.Add(Outcome.Refused(DirectionSentences.VisionIsSettled));
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                if (vision is not null && vision.Version != input.Version)
                {
                    return StoredOf(vision);
                }

                if (vision is null)
                {
                    if (!await KnownSchool(input.School, cancel))
                    {
                        return Outcome.Unknown;
                    }

                    vision = new Vision
                    {
                        DistrictId = db.District!.Value,
                        Id = Id.New<VisionId>(),
                        Scope = scope,
                        SchoolId = input.School,
                    };
                    db.Add(vision);
                }

                vision.Write(text!, doing);
                if (input.Keep)
                {
                    vision.Keep();
                }

                if (!db.ChangeTracker.HasChanges())
                {
                    return vision.Version;
                }

                db.Happened(input.Keep ? "vision.kept" : "vision.written", vision);
                return vision.Version + 1;
            },
            cancel
        );

    internal static Conflict StoredOf(Vision vision) =>
        new(
            vision.Version,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [nameof(Input.Text)] = vision.Text,
            }
        );

    private Task<bool> KnownSchool(SchoolId? school, CancellationToken cancel) =>
        school is null
            ? Task.FromResult(true)
            : db.Set<School>().AnyAsync(row => row.Id == school, cancel);
}
