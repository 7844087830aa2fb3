using Throughline.Kernel;

namespace Throughline.People;

public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>Somebody was asked into the team and has not answered yet. Revoking removes it; accepting closes it.</summary>
public sealed class Invitation : DistrictThing<InvitationId>
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public const int MaxNoteLength = 2_000;

    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    /// <summary>The name that stood beside the address; empty where there was none.</summary>
    public string SuggestedName { get; init; } = "";

    public required Role Role { get; init; }

    public SchoolId? SchoolId { get; init; }

    public string? TeamRole { get; init; }

    public required string Language { get; init; }

    public string? Note { get; init; }

    public required PersonId InvitedBy { get; init; }

    /// <summary>Hash of the secret in the mailed link. Bytes, so that the history leaves it out.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTime SentAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public PersonId? AcceptedBy { get; private set; }

    public override string HistoryKind => "invitation";

    public override string HistoryName => Email;

    public bool IsOpen(DateTime now) => AcceptedAt is null && RemovedAt is null && now < ExpiresAt;

    /// <summary>A new link; the one that was mailed before no longer works.</summary>
    public InvitationToken Send(Doing doing)
    {
        var token = InvitationToken.New(DistrictId);
        TokenHash = token.Hash;
        SentAt = doing.When;
        ExpiresAt = doing.When + Lasts;
        return token;
    }

    public void Accept(PersonId person, Doing doing)
    {
        AcceptedAt = doing.When;
        AcceptedBy = person;
    }
}

/// <summary>
/// Tells which districts wait for an address, without saying anything about them: an invitation itself can be read only in its
/// district, and who signs in with a new address stands in none yet.
/// </summary>
public sealed class WaitingInvitation
{
    public required InvitationId Id { get; init; }

    public required DistrictId District { get; init; }

    public required string AddressKey { get; init; }

    public required DateTime ExpiresAt { get; set; }
}
