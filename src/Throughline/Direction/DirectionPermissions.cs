using Throughline.Kernel;

namespace Throughline.Direction;

/// <summary>Who may do what with the direction; the pages' <c>[Needs(…)]</c> name these.</summary>
public static class DirectionPermissions
{
    public const Role Rank = Role.Reviewer;
    public const Role Write = Role.Editor;
    public const Role Finalize = Role.Editor;
    public const Role Adopt = Role.Lead;
}
