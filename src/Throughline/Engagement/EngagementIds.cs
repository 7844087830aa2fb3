using Throughline.Kernel;

namespace Throughline.Engagement;

public readonly record struct StakeholderGroupId(Guid Value) : IId<StakeholderGroupId>
{
    public static StakeholderGroupId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct BuyInId(Guid Value) : IId<BuyInId>
{
    public static BuyInId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct EngagementActivityId(Guid Value) : IId<EngagementActivityId>
{
    public static EngagementActivityId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct GroupHeardId(Guid Value) : IId<GroupHeardId>
{
    public static GroupHeardId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct OutreachTaskId(Guid Value) : IId<OutreachTaskId>
{
    public static OutreachTaskId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct CommunicationId(Guid Value) : IId<CommunicationId>
{
    public static CommunicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ExpectedQuestionId(Guid Value) : IId<ExpectedQuestionId>
{
    public static ExpectedQuestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}
