using Throughline.Kernel;

namespace Throughline.People;

/// <summary>One signed-in browser. Ended by a row, so that it ends at once wherever it is open.</summary>
public sealed class Session
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>SHA-256 of the cookie's secret; the secret itself is nowhere but in the browser.</summary>
    public required string Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTime BeganAt { get; init; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>"Firefox, Windows": enough for its owner to know it again, and no more.</summary>
    public string? Device { get; init; }

    /// <summary>A new session and the secret for its cookie.</summary>
    public static (Session Session, string Secret) Begin(
        PersonId person,
        DateTime when,
        string? device = null
    )
    {
        var secret = Secrets.New();
        var session = new Session
        {
            Id = Secrets.HashOf(secret),
            PersonId = person,
            BeganAt = when,
            ExpiresAt = when + Lasts,
            Device = device,
        };
        return (session, secret);
    }
}
