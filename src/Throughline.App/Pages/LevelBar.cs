using Throughline.App.Hosting;
using Throughline.Kernel;

namespace Throughline.App.Pages;

/// <summary>
/// Whose plan this is, and the way to the other: shown above every page that both the district and each school have.
/// </summary>
/// <param name="School">The school whose page it is; null: the district's.</param>
/// <param name="District">The district's page of the same kind.</param>
/// <param name="Own">The same of the visitor's own school, where they have one and are not there.</param>
public sealed record LevelBar(string? School, string District, (string Name, string Address)? Own)
{
    public static LevelBar? Of(Visit visit, PathString path)
    {
        if (
            visit is not { District: { } district, Membership: { } member }
            || !path.StartsWithSegments($"/d/{district.Slug}", out var rest)
        )
        {
            return null;
        }

        var place = PlaceIn(rest, visit.School?.Id);
        if (!Places.AreAtBothLevels(place))
        {
            return null;
        }

        // A thing has no counterpart at the other level, but its list has.
        var list = Places.ListOf(place);
        string At(SchoolId? school) => $"/d/{district.Slug}/{Places.In(school, list)}";
        var own =
            member is { SchoolId: { } id, SchoolName: { } name } && id != visit.School?.Id
                ? (name, At(id))
                : ((string, string)?)null;
        return new LevelBar(visit.School?.Name, At(null), own);
    }

    private static string PlaceIn(PathString rest, SchoolId? school) =>
        (
            school is { } id && rest.StartsWithSegments($"/schools/{id}", out var within)
                ? within
                : rest
        ).Value?.TrimStart('/') ?? "";
}
