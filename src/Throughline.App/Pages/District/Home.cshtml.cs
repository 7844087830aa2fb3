namespace Throughline.App.Pages.District;

/// <summary>The team's home: the one thing that matters, what needs you, the year.</summary>
[Needs]
public sealed class HomeModel : DistrictPage
{
    public void OnGet() { }
}
