using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.People;

internal static class InvitationSending
{
    /// <summary>Gives the invitation a new link and puts the mail into the outbox.</summary>
    public static async Task<Refusal?> Send(
        ThroughlineDb db,
        LanguageFiles languages,
        Invitation invitation,
        string site,
        Doing doing,
        CancellationToken cancel
    )
    {
        var token = invitation.Send(doing);
        var waiting = await db.Set<WaitingInvitation>()
            .FirstOrDefaultAsync(row => row.Id == invitation.Id, cancel);
        if (waiting is null)
        {
            waiting = new WaitingInvitation
            {
                Id = invitation.Id,
                District = invitation.DistrictId,
                AddressKey = invitation.EmailKey,
                ExpiresAt = invitation.ExpiresAt,
            };
            db.Add(waiting);
        }

        waiting.ExpiresAt = invitation.ExpiresAt;
        var inviter = await db.Set<Person>()
            .Where(row => row.Id == doing.Who)
            .Select(row => row.Name)
            .FirstOrDefaultAsync(cancel);
        var district = await db.Set<District>()
            .Where(row => row.Id == invitation.DistrictId)
            .Select(row => row.Name)
            .FirstAsync(cancel);
        var mail = PeopleMails.Invitation(
            languages.In(invitation.Language),
            invitation,
            inviter ?? "Throughline",
            district,
            $"{site}/invitation/{token}?lang={invitation.Language}"
        ) with
        {
            Actor = doing.Who,
        };
        return await Outbox.Enqueue(db, mail, doing, cancel);
    }

    public static Task<int> StopWaiting(
        ThroughlineDb db,
        InvitationId invitation,
        CancellationToken cancel
    ) => db.Set<WaitingInvitation>().Where(row => row.Id == invitation).ExecuteDeleteAsync(cancel);
}
