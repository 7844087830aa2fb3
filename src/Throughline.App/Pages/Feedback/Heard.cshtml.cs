using Microsoft.AspNetCore.Mvc;
using Throughline.Feedback.Themes;
using Throughline.Kernel;

namespace Throughline.App.Pages.Feedback;

/// <summary>For everybody: what was said, and what became of it.</summary>
[OpenToAll]
public sealed class HeardModel(HeardQueries heard) : TextPage
{
    public HeardDistrict Told { get; private set; } = null!;

    public DistrictView District => Told.District;

    public async Task<IActionResult> OnGet(string district, CancellationToken cancel)
    {
        if (await heard.Enter(district, cancel) is not { } told)
        {
            return NotFound();
        }

        Told = told;
        return Page();
    }

    public DateOnly DayOf(DateTime utc) => DistrictDay.Of(utc, District.TimeZone);
}
