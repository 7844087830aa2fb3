namespace Throughline.Kernel;

public sealed class School : DistrictThing<SchoolId>
{
    /// <summary>The state's eight digits, as text.</summary>
    public string? OrgCode { get; init; }

    public required string Name { get; set; }

    public string? Town { get; set; }

    /// <summary>Comma-separated in order: <c>PK,K,1,2</c>.</summary>
    public required string GradesServed { get; set; }

    public override string HistoryKind => "school";

    public override string HistoryName => Name;
}

/// <summary>A count of pupils as a public source gave it. What the source left blank has no row: unknown is not zero.</summary>
public sealed class EnrollmentFigure : DistrictThing<EnrollmentFigureId>
{
    public required SchoolId SchoolId { get; init; }

    public required int EndYear { get; init; }

    /// <summary><c>total</c>, <c>grade:9</c>, <c>group:english-learner</c>. Groups overlap and are never added up.</summary>
    public required string Measure { get; init; }

    public required int Count { get; set; }

    public override string HistoryKind => "enrollment-figure";

    public override string HistoryName => Measure;
}
