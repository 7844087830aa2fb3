using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.People;

/// <summary>Sends an invitation once more, with a new link; the old one no longer works.</summary>
public sealed class ResendInvitation(ThroughlineDb db, LanguageFiles languages) : IUseCase
{
    public sealed record Input(InvitationId Id, string Site);

    /// <summary>The address it went to.</summary>
    public Task<Outcome<string>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var invitation = await db.Set<Invitation>()
                    .FirstOrDefaultAsync(
                        row => row.Id == input.Id && row.AcceptedAt == null,
                        cancel
                    );
                if (invitation is null)
                {
                    return Outcome.Unknown;
                }

                db.Happened("invitation.resent", invitation);
                var refused = await InvitationSending.Send(
                    db,
                    languages,
                    invitation,
                    input.Site,
                    doing,
                    cancel
                );
                return refused is not null ? refused : invitation.Email;
            },
            cancel
        );
}

/// <summary>Takes an invitation back: its link answers as one that never was.</summary>
public sealed class RevokeInvitation(ThroughlineDb db) : IUseCase
{
    public Task<Outcome<string>> Do(
        InvitationId id,
        Doing doing,
        CancellationToken cancel = default
    ) =>
        db.Write<string>(
            doing,
            async () =>
            {
                var invitation = await db.Set<Invitation>()
                    .FirstOrDefaultAsync(row => row.Id == id && row.AcceptedAt == null, cancel);
                if (invitation is null)
                {
                    return Outcome.Unknown;
                }

                invitation.Remove(doing);
                db.Happened("invitation.revoked", invitation);
                await InvitationSending.StopWaiting(db, id, cancel);
                return invitation.Email;
            },
            cancel
        );
}
