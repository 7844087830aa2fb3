using Throughline.Kernel;

namespace Throughline.Feedback;

public readonly record struct FeedbackRoundId(Guid Value) : IId<FeedbackRoundId>
{
    public static FeedbackRoundId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct RoundFormId(Guid Value) : IId<RoundFormId>
{
    public static RoundFormId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct FeedbackChannelId(Guid Value) : IId<FeedbackChannelId>
{
    public static FeedbackChannelId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>Made from the secret of one form on one screen, never from time or order: it tells nothing about who answered.</summary>
public readonly record struct AnswerId(Guid Value) : IId<AnswerId>
{
    public static AnswerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

/// <summary>Made from the code of one person's link (<see cref="Answering.PersonalLink"/>).</summary>
public readonly record struct PersonalTicketId(Guid Value) : IId<PersonalTicketId>
{
    public static PersonalTicketId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct AskedPersonId(Guid Value) : IId<AskedPersonId>
{
    public static AskedPersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}
