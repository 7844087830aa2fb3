using Throughline.Publishing;

namespace Throughline.App.Pages.Publishing;

/// <summary>
/// A page of what a district published, for everybody. The context enters the district as nobody, and only published rows are asked for;
/// an unknown district, one that published nothing and an unknown version are the same 404.
/// </summary>
public abstract class PublicPage(PublishedQueries published) : TextPage
{
    public PublicDistrict Public { get; private set; } = null!;

    protected PublishedQueries Published => published;

    protected async Task<bool> Enter(string slug, CancellationToken cancel)
    {
        if (await published.Enter(slug, cancel) is not { } found)
        {
            return false;
        }

        Public = found;
        return true;
    }

    public DateOnly DayOf(DateTime utc) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                utc,
                TimeZoneInfo.FindSystemTimeZoneById(Public.District.TimeZone)
            )
        );

    public string NameOfDistrict =>
        Public.District.IsInvented
            ? $"{Public.District.Name} {T["common.invented"]}"
            : Public.District.Name;
}
