using Microsoft.EntityFrameworkCore;
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

/// <summary>What the ways of asking people one by one share.</summary>
internal static class PersonalChannel
{
    public static Task<FeedbackChannel?> Find(
        ThroughlineDb db,
        FeedbackRoundId round,
        FeedbackChannelId id,
        CancellationToken cancel
    ) =>
        db.Set<FeedbackChannel>()
            .FirstOrDefaultAsync(
                row => row.Id == id && row.RoundId == round && row.Kind == ChannelKind.Personal,
                cancel
            );

    /// <summary>In the order of their hashes: a database that keeps its rows as they came must not tell whose code is whose.</summary>
    public static void AddTickets(
        ThroughlineDb db,
        FeedbackChannel channel,
        IEnumerable<string> codes
    ) =>
        db.AddRange(
            codes
                .Select(PersonalLink.TicketOf)
                .OrderBy(ticket => ticket.Value)
                .Select(ticket => new PersonalTicket
                {
                    DistrictId = channel.DistrictId,
                    Id = ticket,
                    RoundId = channel.RoundId,
                    ChannelId = channel.Id,
                })
        );
}
