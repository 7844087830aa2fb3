using Throughline.Kernel;

namespace Throughline.People;

/// <summary>
/// A mail on its way, written in the transaction of what caused it. Sent by a service of its own, tried again until it is gone; what
/// it said is forgotten then.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>Five days of trying, less and less often.</summary>
    public const int MaxTries = 120;

    /// <summary>Becomes the Message-ID, so that a second delivery of the same mail can be told from a second mail.</summary>
    public required Guid Id { get; init; }

    public required string RecipientKey { get; init; }

    public required string ToEmail { get; set; }

    public required string ToName { get; set; }

    public required string Language { get; init; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public required string Html { get; set; }

    /// <summary>The address that ends a subscription in one click; null for mails that are no subscription.</summary>
    public string? Unsubscribe { get; set; }

    /// <summary>Encrypted with a key that does not lie in the database; put in for <see cref="Mail.SecretMark"/> when it is sent.</summary>
    public string? SealedSecret { get; set; }

    /// <summary>Who caused it; null where the recipient asked for it.</summary>
    public PersonId? Actor { get; init; }

    public required DateTime EnqueuedAt { get; init; }

    public required DateTime NotBefore { get; set; }

    /// <summary>After this it says nothing useful and is not sent.</summary>
    public DateTime? ExpiresAt { get; init; }

    public int Tries { get; private set; }

    public string? LastFault { get; private set; }

    /// <summary>Sent, expired, given up, or meant for nobody: nothing more will be done.</summary>
    public DateTime? ClosedAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Nobody else tries it meanwhile; should this process die, it is tried again after the wait.</summary>
    public void Claim(DateTime now)
    {
        Tries++;
        var minutes = Math.Min(60, Math.Pow(2, Math.Min(Tries, 10)));
        NotBefore = now + TimeSpan.FromMinutes(minutes);
    }

    public void Sent(DateTime now)
    {
        SentAt = now;
        Close(now);
    }

    public void Failed(string fault, DateTime now)
    {
        LastFault = fault.Length > 500 ? fault[..500] : fault;
        if (Tries >= MaxTries)
        {
            Close(now);
        }
    }

    public void Close(DateTime now)
    {
        ClosedAt = now;
        (Text, Html, ToName, ToEmail) = ("", "", "", "");
        (Unsubscribe, SealedSecret) = (null, null);
    }
}
