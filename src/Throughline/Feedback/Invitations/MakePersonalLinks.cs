using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Kernel;

namespace Throughline.Feedback.Invitations;

/// <summary>Makes codes to print and to hand out. They are told now and never again: nothing but their hash is kept.</summary>
public sealed class MakePersonalLinks(ThroughlineDb db) : IUseCase
{
    public const int Most = 1_000;

    public sealed record Input(FeedbackRoundId Round, FeedbackChannelId Channel, int? HowMany);

    public Task<Outcome<IReadOnlyList<string>>> Do(
        Input input,
        Doing doing,
        CancellationToken cancel = default
    ) => db.Write<IReadOnlyList<string>>(doing, () => Make(input, cancel), cancel);

    private async Task<Outcome<IReadOnlyList<string>>> Make(Input input, CancellationToken cancel)
    {
        if (await PersonalChannel.Find(db, input.Round, input.Channel, cancel) is not { } channel)
        {
            return Outcome.Unknown;
        }

        if (input.HowMany is not (> 0 and <= Most))
        {
            return Outcome.Refused(FeedbackSentences.EnterHowMany(Most), nameof(input.HowMany));
        }

        var codes = Enumerable
            .Range(0, input.HowMany.Value)
            .Select(_ => PersonalLink.New())
            .ToList();
        PersonalChannel.AddTickets(db, channel, codes);
        db.Happened("channel.letters-made", channel);
        return codes;
    }
}
