using Microsoft.AspNetCore.Mvc;
using Throughline.People;

namespace Throughline.App.Pages;

/// <summary>The front door: a visitor sees what this is; a member goes on to the district.</summary>
[OpenToAll]
public sealed class IndexModel(PeopleQueries people) : TextPage
{
    public IReadOnlyList<MyDistrict> Districts { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (Visit.Person is not { } person)
        {
            return Page();
        }

        Districts =
        [
            .. (await people.MyDistricts(person.Id)).DistinctBy(district => district.Slug),
        ];
        return Districts.Count == 0 && person.IsHost ? Redirect("/districts/find")
            : Districts.Count == 1 && !person.IsHost ? Redirect("/d/" + Districts[0].Slug)
            : Page();
    }
}
