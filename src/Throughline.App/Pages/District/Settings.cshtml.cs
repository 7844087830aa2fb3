using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;

namespace Throughline.App.Pages.District;

/// <summary>The district's name, planned band, color and calendar.</summary>
[Needs(Role.Lead)]
public sealed class SettingsModel(ChangeDistrict change) : DistrictPage
{
    private static readonly string[] UsZones =
    [
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
    ];

    [BindProperty]
    public ChangeDistrict.Input Input { get; set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public IEnumerable<Choice> Grades => GradeOrder.All.Select(grade => new Choice(grade, grade));

    public IEnumerable<Choice> Zones =>
        UsZones.Select(zone => new Choice(zone, zone.Replace('_', ' ')));

    public void OnGet() =>
        Input = new ChangeDistrict.Input(
            District.Name,
            District.TimeZone,
            District.AccentColor,
            District.BandFrom,
            District.BandTo,
            District.TeamLaunchDate,
            District.Version
        );

    public async Task<IActionResult> OnPost()
    {
        if (
            !string.IsNullOrWhiteSpace(Input.AccentColor)
            && ThemeColor.Parse(Input.AccentColor.Trim()) is not { CanBeRead: true }
        )
        {
            return await Answer<Nothing>(
                Outcome.Refused(DistrictSentences.ColorCannotBeRead, nameof(Input.AccentColor)),
                _ => Page(),
                Again
            );
        }

        return await Answer(
            await change.Do(Input, Doing()),
            _ => Redirect(Here("settings?saved=true")),
            Again
        );
    }

    private Task<IActionResult> Again()
    {
        if (Conflict is { } conflict)
        {
            Input = Input with { Version = conflict.Version };
            ModelState.Remove("Input.Version");
        }

        return Task.FromResult<IActionResult>(Page());
    }
}
