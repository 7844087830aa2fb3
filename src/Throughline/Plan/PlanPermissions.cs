using Throughline.Kernel;

namespace Throughline.Plan;

public static class PlanPermissions
{
    public const Role Read = Role.Reader;

    public const Role Write = Role.Editor;

    /// <summary>Makes final what needs broad support.</summary>
    public const Role FinalizeBroad = Role.Lead;
}
