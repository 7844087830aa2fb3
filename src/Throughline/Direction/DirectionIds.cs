using Throughline.Kernel;

namespace Throughline.Direction;

public readonly record struct VisionId(Guid Value) : IId<VisionId>
{
    public static VisionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct VisionDraftId(Guid Value) : IId<VisionDraftId>
{
    public static VisionDraftId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct VisionStatementId(Guid Value) : IId<VisionStatementId>
{
    public static VisionStatementId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct CoreBeliefId(Guid Value) : IId<CoreBeliefId>
{
    public static CoreBeliefId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct DistrictPriorityId(Guid Value) : IId<DistrictPriorityId>
{
    public static DistrictPriorityId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ValueRankingId(Guid Value) : IId<ValueRankingId>
{
    public static ValueRankingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct EquityGoalId(Guid Value) : IId<EquityGoalId>
{
    public static EquityGoalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct EquitySubgroupId(Guid Value) : IId<EquitySubgroupId>
{
    public static EquitySubgroupId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct RevisitId(Guid Value) : IId<RevisitId>
{
    public static RevisitId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct HeadlineGoalId(Guid Value) : IId<HeadlineGoalId>
{
    public static HeadlineGoalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct CompetencyDefinitionId(Guid Value) : IId<CompetencyDefinitionId>
{
    public static CompetencyDefinitionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    public static GoalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct SuccessPictureId(Guid Value) : IId<SuccessPictureId>
{
    public static SuccessPictureId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct GoalRevisionId(Guid Value) : IId<GoalRevisionId>
{
    public static GoalRevisionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct GoalLinkId(Guid Value) : IId<GoalLinkId>
{
    public static GoalLinkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}
