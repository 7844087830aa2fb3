using Throughline.Kernel;

namespace Throughline.Plan;

public readonly record struct ImplementationPlanId(Guid Value) : IId<ImplementationPlanId>
{
    public static ImplementationPlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct DecisionId(Guid Value) : IId<DecisionId>
{
    public static DecisionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct DecisionInputId(Guid Value) : IId<DecisionInputId>
{
    public static DecisionInputId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ConsultationId(Guid Value) : IId<ConsultationId>
{
    public static ConsultationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct DecisionOptionId(Guid Value) : IId<DecisionOptionId>
{
    public static DecisionOptionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct NextStepId(Guid Value) : IId<NextStepId>
{
    public static NextStepId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ActionItemId(Guid Value) : IId<ActionItemId>
{
    public static ActionItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct ResponsibilityId(Guid Value) : IId<ResponsibilityId>
{
    public static ResponsibilityId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct SupportNeedId(Guid Value) : IId<SupportNeedId>
{
    public static SupportNeedId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct PlanningArrangementId(Guid Value) : IId<PlanningArrangementId>
{
    public static PlanningArrangementId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}
