using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Where every module puts its mails: called inside <see cref="ThroughlineDb.Write{T}"/>, so that the mail goes if the change does.</summary>
public static class Outbox
{
    public const int MailsPerHour = 3;

    /// <summary>Null when taken; a refusal where this person has written to this address three times within the hour.</summary>
    public static async Task<Refusal?> Enqueue(
        ThroughlineDb db,
        Mail mail,
        Doing doing,
        CancellationToken cancel = default
    )
    {
        var key = Person.KeyOf(mail.ToEmail);
        if (mail.Actor is { } actor && await IsTooMany(db, key, actor, doing.When, cancel))
        {
            return Outcome.Refused(PeopleSentences.TooManyMails(mail.ToEmail));
        }

        db.Add(RowOf(mail, key, doing.When));
        return null;
    }

    /// <summary>
    /// Writes the row that a mail would have had, closed from the beginning: asking for an unknown address takes the same work as for
    /// a known one.
    /// </summary>
    internal static void EnqueueForNobody(ThroughlineDb db, Mail mail, Doing doing)
    {
        var row = RowOf(mail, "", doing.When);
        row.Close(doing.When);
        row.Subject = "";
        db.Add(row);
    }

    private static OutboxMail RowOf(Mail mail, string key, DateTime when) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RecipientKey = key,
            ToEmail = mail.ToEmail.Trim(),
            ToName = PersonName.Clean(mail.ToName),
            Language = mail.Language,
            Subject = PersonName.Clean(mail.Subject),
            Text = mail.Text(),
            Html = mail.Html(),
            Unsubscribe = mail.Unsubscribe,
            SealedSecret = mail.SealedSecret,
            Actor = mail.Actor,
            EnqueuedAt = when,
            NotBefore = when,
            ExpiresAt = mail.ExpiresAt,
        };

    private static async Task<bool> IsTooMany(
        ThroughlineDb db,
        string key,
        PersonId actor,
        DateTime now,
        CancellationToken cancel
    )
    {
        var since = now.AddHours(-1);
        var stored = await db.Set<OutboxMail>()
            .CountAsync(
                row => row.RecipientKey == key && row.Actor == actor && row.EnqueuedAt > since,
                cancel
            );
        var here = db
            .ChangeTracker.Entries<OutboxMail>()
            .Count(entry =>
                entry.State == EntityState.Added
                && entry.Entity.RecipientKey == key
                && entry.Entity.Actor == actor
            );
        return stored + here >= MailsPerHour;
    }
}
