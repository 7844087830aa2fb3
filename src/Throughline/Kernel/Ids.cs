namespace Throughline.Kernel;

public readonly record struct DistrictId(Guid Value) : IId<DistrictId>
{
    public static DistrictId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct SchoolId(Guid Value) : IId<SchoolId>
{
    public static SchoolId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct EnrollmentFigureId(Guid Value) : IId<EnrollmentFigureId>
{
    public static EnrollmentFigureId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <summary>The server itself: a command, a job, the making of the sample. No person has this id.</summary>
    public static readonly PersonId Server = new(Guid.Empty);

    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct MembershipId(Guid Value) : IId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}

public readonly record struct HappeningId(Guid Value) : IId<HappeningId>
{
    public static HappeningId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("n");
}
