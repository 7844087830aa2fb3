namespace Throughline.Direction;

public enum GroupCountKind
{
    /// <summary>"118 of 402".</summary>
    Exact,

    /// <summary>So few that a person could be found: "fewer than 10 of 402". Zero is told the same way.</summary>
    FewerThanTen,

    /// <summary>So many that those outside could be found: "all but fewer than 10 of 402".</summary>
    AllButFewerThanTen,

    /// <summary>Held back, since with the other figures shown it would tell a small group's number.</summary>
    HeldBack,

    /// <summary>The source gave none: unknown is not zero.</summary>
    NotReported,
}

/// <summary>How many students are in a group, of how many, in which year: never a bare percentage.</summary>
/// <param name="Count">Only where <see cref="GroupCountKind.Exact"/>.</param>
/// <param name="Total">Null where the whole is itself fewer than ten, or not reported.</param>
/// <param name="Schools">That gave both figures.</param>
/// <param name="AllSchools">Of the district.</param>
public sealed record GroupCount(
    GroupCountKind Kind,
    int? Count,
    int? Total,
    int? EndYear,
    int Schools,
    int AllSchools
)
{
    public const int Least = 10;

    public static GroupCount Unknown(int allSchools) =>
        new(GroupCountKind.NotReported, null, null, null, 0, allSchools);

    /// <summary>The small groups are hidden here, so that no page can show one by mistake.</summary>
    public static GroupCount Of(int count, int total, int endYear, int schools, int allSchools)
    {
        var kind =
            count < Least ? GroupCountKind.FewerThanTen
            : total - count is > 0 and < Least ? GroupCountKind.AllButFewerThanTen
            : GroupCountKind.Exact;
        return new GroupCount(
            kind,
            kind == GroupCountKind.Exact ? count : null,
            total < Least ? null : total,
            endYear,
            schools,
            allSchools
        );
    }

    /// <summary>
    /// Groups that part the whole between them (all sexes, all races) tell the last one by subtraction. Where what is left over is
    /// small, the smallest exact figure is held back too.
    /// </summary>
    public static IReadOnlyDictionary<string, GroupCount> Protect(
        IReadOnlyDictionary<string, GroupCount> byMeasure
    )
    {
        var shown = new Dictionary<string, GroupCount>(byMeasure, StringComparer.Ordinal);
        var families = byMeasure
            .Where(pair => pair.Value.Total is not null && FamilyOf(pair.Key) is not null)
            .GroupBy(pair => (FamilyOf(pair.Key), pair.Value.EndYear, pair.Value.Total));
        foreach (var family in families)
        {
            var exact = family.Where(pair => pair.Value.Kind == GroupCountKind.Exact).ToList();
            var left = family.Key.Total - exact.Sum(pair => pair.Value.Count);
            var hidesSome = family.Any(pair => pair.Value.Kind != GroupCountKind.Exact);
            if (exact.Count > 0 && left < Least && (left > 0 || hidesSome))
            {
                var smallest = exact.MinBy(pair => pair.Value.Count).Key;
                shown[smallest] = shown[smallest] with
                {
                    Kind = GroupCountKind.HeldBack,
                    Count = null,
                };
            }
        }

        return shown;
    }

    /// <summary>Groups such as English learners and students with disabilities overlap and part nothing.</summary>
    private static string? FamilyOf(string measure) =>
        measure.Split(':')[0] is "sex" or "race" or "gender" ? measure.Split(':')[0] : null;
}
