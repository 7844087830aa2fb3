using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Answering;

namespace Throughline.Feedback.Invitations;

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
