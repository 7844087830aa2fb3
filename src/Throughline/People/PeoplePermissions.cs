using Throughline.Kernel;

namespace Throughline.People;

public static class PeoplePermissions
{
    /// <summary>To invite, to change a role, to remove.</summary>
    public const Role ChangeTeam = Role.Lead;
}
