using Throughline.Kernel;

namespace Throughline.App.Pages.District;

/// <summary>The district's schools, with the grades they serve and their students as reported.</summary>
[Needs]
public sealed class SchoolsModel(SchoolQueries schools) : DistrictPage
{
    public IReadOnlyList<SchoolLine> Schools { get; private set; } = [];

    public async Task OnGet() => Schools = await schools.All();

    public string Shown(int? count) =>
        count switch
        {
            null => T["directory.not-reported"],
            > 0 and < 10 => T["directory.fewer-than-ten"],
            _ => T.Number(count.Value),
        };
}
