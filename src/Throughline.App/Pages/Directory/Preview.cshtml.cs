using Microsoft.AspNetCore.Mvc;
using Throughline.Analysis.SchoolCalendar;
using Throughline.App.Design;
using Throughline.Directory;
using Throughline.Directory.Reading;

namespace Throughline.App.Pages.Directory;

/// <summary>A listed district with its schools and figures, and the button that opens its workspace.</summary>
[NeedsPerson(Host = true)]
public sealed class PreviewModel(DirectoryQueries directory, OpenWorkspace open) : TextPage
{
    public DistrictPreview District { get; private set; } = null!;

    public string Year => new SchoolYear(District.District.EndYear).ToString();

    public List<GradeCount> Grades =>
        [
            .. GradeCodes
                .All.Select(grade => new GradeCount(
                    grade,
                    District.Sum(Measures.OfGrade(grade)),
                    false
                ))
                .Where(grade => grade.Students is not null),
        ];

    /// <summary>What the source reports of groups. They overlap, and are never added up.</summary>
    public IEnumerable<(string Measure, int Count)> Groups =>
        from measure in Measures.OfGroups
        let sum = District.Sum(measure)
        where sum is not null
        select (measure, sum.Value);

    public async Task<IActionResult> OnGet(string key) => await Load(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string key)
    {
        if (!await Load(key))
        {
            return NotFound();
        }

        var outcome = await open.Do(new OpenWorkspace.Input(key, null, null), Doing());
        return await Answer(
            outcome,
            slug => Redirect($"/d/{slug}"),
            () => Task.FromResult<IActionResult>(Page())
        );
    }

    public string GradesOf(SchoolPreview school) =>
        school.GradesServed.Replace(",", ", ", StringComparison.Ordinal);

    /// <summary>A source's figure under ten is shown as that: it can be about somebody.</summary>
    public string Shown(int? count) =>
        count switch
        {
            null => T["directory.not-reported"],
            > 0 and < 10 => T["directory.fewer-than-ten"],
            _ => T.Number(count.Value),
        };

    private async Task<bool> Load(string key) =>
        (District = (await directory.Preview(key))!) is not null;
}
