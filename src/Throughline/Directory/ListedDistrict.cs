namespace Throughline.Directory;

/// <summary>A district as a public source lists it. Belongs to nobody; a workspace is opened from it.</summary>
public sealed class ListedDistrict
{
    /// <summary>Source and code, as in <c>massachusetts:00010000</c>.</summary>
    public required string Key { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Town { get; init; }

    public string? State { get; init; }

    public required int EndYear { get; init; }

    public required int Schools { get; init; }

    public required int Pupils { get; init; }

    /// <summary>What a search looks in: name, town, code and the schools' names, without case or accents.</summary>
    public required string SearchText { get; init; }
}

public sealed class ListedSchool
{
    public required string Key { get; init; }

    public required string DistrictKey { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Town { get; init; }

    public string? Zip { get; init; }

    public required string GradesServed { get; init; }
}

/// <summary>A listed school's figures of one year.</summary>
public sealed class ListedFigures
{
    public required string SchoolKey { get; init; }

    public required int EndYear { get; init; }

    /// <summary>JSON: measure to count, as in <c>{"total":452,"grade:9":120}</c>. Not reported is not there.</summary>
    public required string Figures { get; init; }
}
