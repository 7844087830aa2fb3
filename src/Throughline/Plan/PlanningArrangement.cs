using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Plan;

/// <summary>How a district and its schools share the planning.</summary>
public enum PlanningWay
{
    /// <summary>The district plans for all; schools carry it out.</summary>
    DistrictPlans,

    /// <summary>The district sets the frame; each school plans within it.</summary>
    FrameAndSchools,

    /// <summary>Each school plans; the district brings the plans together.</summary>
    SchoolsPlan,
}

/// <summary>
/// Who plans what, as the district and its schools agreed, and why. There is one in a district. Each of the three lists has a line for
/// each thing that is planned.
/// </summary>
public sealed class PlanningArrangement : DistrictThing<PlanningArrangementId>, IAtLevel
{
    public PlanningWay Way { get; private set; }

    [Restorable]
    public string? ByDistrict { get; private set; }

    [Restorable]
    public string? BySchools { get; private set; }

    [Restorable]
    public string? Together { get; private set; }

    [Restorable]
    public string Reason { get; private set; } = "";

    public override string HistoryKind => "planning-arrangement";

    public override string HistoryName => Way.ToString();

    public void Arrange(PlanningWay way, string reason) => (Way, Reason) = (way, reason);

    public void Share(string? byDistrict, string? bySchools, string? together) =>
        (ByDistrict, BySchools, Together) = (byDistrict, bySchools, together);
}
