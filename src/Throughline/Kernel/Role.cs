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
