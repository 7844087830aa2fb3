using Throughline.Kernel;

namespace Throughline.People;

/// <summary>One signed-in browser. Ended by a row, so that it ends at once wherever it is open.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the cookie's secret; the secret itself is nowhere but in the browser.</summary>
    public required string Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTime BeganAt { get; init; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? EndedAt { get; set; }
}
