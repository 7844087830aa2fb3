using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.App.Pages.District;

/// <summary>Who did what, when and why: everything, newest first.</summary>
[Needs]
public sealed class HistoryModel(DistrictHistoryQueries history) : DistrictPage
{
    public IReadOnlyList<HappeningLine> Lines { get; private set; } = [];

    public async Task OnGet(HappeningId? before) => Lines = await history.Page(before);

    public string At(DateTime when)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(
            when,
            TimeZoneInfo.FindSystemTimeZoneById(District.TimeZone)
        );
        return $"{T.Day(DateOnly.FromDateTime(local), Today)}, {local.ToString("t", T.Culture)}";
    }
}
