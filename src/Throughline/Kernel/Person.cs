namespace Throughline.Kernel;

/// <summary>Somebody who can sign in. Belongs to no district; memberships say where they may go.</summary>
public sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>As typed; compared by <see cref="EmailKey"/>.</summary>
    public required string Email { get; set; }

    public required string EmailKey { get; set; }

    public required string Name { get; set; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; set; }

    public required DateTime JoinedAt { get; init; }

    /// <summary>Since when this person runs the server here, and may open districts. Null for everybody else.</summary>
    public DateTime? HostSince { get; set; }

    public static string KeyOf(string email) => email.Trim().Normalize().ToLowerInvariant();
}

public sealed class Membership : DistrictThing<MembershipId>
{
    public required PersonId PersonId { get; init; }

    public required Role Role { get; set; }

    /// <summary>Null: the whole district.</summary>
    public SchoolId? SchoolId { get; set; }

    /// <summary>The part in the team, from the glossary: <c>superintendent</c>, <c>cs-teacher</c>.</summary>
    public string? TeamRole { get; set; }

    /// <summary>The person's name when they joined, so that the history reads on after they leave.</summary>
    public required string NameThen { get; set; }

    public override string HistoryKind => "membership";

    public override string HistoryName => NameThen;

    /// <summary>A school's editor reads the district's plan but does not write it.</summary>
    public Role RoleAt(SchoolId? school) => Role.At(SchoolId, school);
}
