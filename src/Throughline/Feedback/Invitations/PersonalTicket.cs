using Throughline.Kernel;

namespace Throughline.Feedback.Invitations;

/// <summary>
/// That a code is one of ours. It names nobody, is written when the links are made and never again: whether it was answered with is not
/// known to the program itself.
/// </summary>
public sealed class PersonalTicket : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required PersonalTicketId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required FeedbackChannelId ChannelId { get; init; }
}

/// <summary>Somebody who was written to: so that nobody is asked twice, and all can be reminded. Nothing joins the row to a ticket.</summary>
public sealed class AskedPerson : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required AskedPersonId Id { get; init; }

    public required FeedbackRoundId RoundId { get; init; }

    public required FeedbackChannelId ChannelId { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }
}
