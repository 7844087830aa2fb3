using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Records that a body of the district formally adopted the vision: which body, when, and where the minutes are.</summary>
public sealed class AdoptVision(ThroughlineDb db) : IUseCase
{
    public sealed record Input
    {
        public string? Body { get; init; }

        public DateOnly? On { get; init; }

        /// <summary>A link, or where they are kept.</summary>
        public string? Minutes { get; init; }

        public int Version { get; init; }

        public SchoolId? School { get; init; }
    }

    /// <param name="today">Where the district is.</param>
    public Task<Outcome<Nothing>> Do(
        Input input,
        DateOnly today,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        VisionStep.Take(
            db,
            input.School,
            input.Version,
            doing,
            vision => Decide(vision, input, today, doing),
            "vision.adopted",
            cancel
        );

    private static List<Refusal> Decide(Vision vision, Input input, DateOnly today, Doing doing)
    {
        if (vision.Status != VisionStatus.Shared)
        {
            var sentence =
                vision.Status == VisionStatus.Adopted
                    ? DirectionSentences.AlreadyAdopted
                    : DirectionSentences.ShareItFirst;
            return [Outcome.Refused(sentence)];
        }

        var refusals = new List<Refusal>();
        var body = Limits.Tidy(input.Body);
        var minutes = Limits.Tidy(input.Minutes);
        refusals.Need(body, Limits.Line, nameof(input.Body), DirectionSentences.WhoAdopted);
        if (input.On is null)
        {
            refusals.Add(Outcome.Refused(DirectionSentences.WhenAdopted, nameof(input.On)));
        }

        if (input.On > today)
        {
            refusals.Add(Outcome.Refused(DirectionSentences.NotInTheFuture, nameof(input.On)));
        }

        refusals.Need(
            minutes,
            Limits.Line,
            nameof(input.Minutes),
            DirectionSentences.WhereAreTheMinutes
        );
        if (refusals.Count == 0)
        {
            vision.Adopt(body!, input.On!.Value, minutes!, doing);
        }

        return refusals;
    }
}
