using Throughline.Kernel;

namespace Throughline.Plan;

/// <summary>Where something is decided or held: by the district for all, or in a school.</summary>
public enum PlanLevel
{
    System,
    School,
}

/// <summary>
/// The district's own plan, or a school's under it. There is one of each, so its id is the district's or the school's own, and two
/// people who open it at once cannot make two.
/// </summary>
public sealed class ImplementationPlan : DistrictThing<ImplementationPlanId>, IAtLevel
{
    /// <summary>Null: the plan of the whole system.</summary>
    public SchoolId? SchoolId { get; init; }

    public ImplementationPlanId? ParentPlanId { get; init; }

    /// <summary>What a reader should know before the sections: how far this plan goes, and what it leaves to others.</summary>
    public string? Note { get; private set; }

    public PlanLevel Level => SchoolId is null ? PlanLevel.System : PlanLevel.School;

    /// <summary>To begin an empty plan is to write nothing: the first line of a school's begins the system's too.</summary>
    Role? IAtLevel.WrittenBy => Version == 0 && Note is null ? null : Role.Editor;

    public override string HistoryKind => "implementation-plan";

    public override string HistoryName => Level.ToString();

    public void WriteNote(string? note) => Note = note;

    public static ImplementationPlanId IdOf(DistrictId district, SchoolId? school) =>
        new(school?.Value ?? district.Value);

    /// <summary>Whose plan an id is of; null for the district's.</summary>
    public static SchoolId? SchoolOf(DistrictId district, ImplementationPlanId plan) =>
        plan.Value == district.Value ? null : new SchoolId(plan.Value);
}
