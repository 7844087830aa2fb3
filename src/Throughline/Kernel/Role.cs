namespace Throughline.Kernel;

/// <summary>What a member may do, least first. A school-level member has the role at that school and reads the rest.</summary>
public enum Role
{
    /// <summary>Reads what the team wrote.</summary>
    Reader = 1,

    /// <summary>Reads and comments; ranks the values.</summary>
    Reviewer = 2,

    /// <summary>Writes.</summary>
    Editor = 3,

    /// <summary>Writes, invites, removes, publishes, adopts.</summary>
    Lead = 4,
}

public static class RoleRule
{
    /// <summary>What a role counts at a place: held for the whole district (null), everywhere; held at a school, there. Elsewhere one reads.</summary>
    public static Role At(this Role role, SchoolId? heldAt, SchoolId? place) =>
        heldAt is null || heldAt == place ? role : Role.Reader;
}
