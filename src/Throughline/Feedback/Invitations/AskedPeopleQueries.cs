using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Feedback.Invitations;

/// <summary>What a personal channel has: how many links, and who was written to.</summary>
public sealed record PersonalChannelView(
    int Links,
    IReadOnlyList<string> Addresses,
    DateTime? RemindedAt
);

public sealed class AskedPeopleQueries(ThroughlineDb db) : IQueries
{
    public async Task<PersonalChannelView?> Of(
        FeedbackRoundId round,
        FeedbackChannelId id,
        CancellationToken cancel = default
    ) =>
        await PersonalChannel.Find(db, round, id, cancel) is { } channel
            ? new PersonalChannelView(
                await db.Set<PersonalTicket>().CountAsync(row => row.ChannelId == id, cancel),
                await db.Set<AskedPerson>()
                    .Where(row => row.ChannelId == id)
                    .OrderBy(row => row.Email)
                    .Select(row => row.Email)
                    .ToListAsync(cancel),
                channel.RemindedAt
            )
            : null;
}
