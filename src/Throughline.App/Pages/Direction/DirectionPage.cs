using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.App.Design;

namespace Throughline.App.Pages.Direction;

/// <summary>What the pages of the direction have in common.</summary>
public abstract class DirectionPage : DistrictPage
{
    /// <summary>The way up. A school has goals, and shares the rest of the direction with the district.</summary>
    public IReadOnlyList<Crumb> Crumbs =>
        Place is null ? [new(T["direction.title"], Here("direction"))] : [];

    /// <summary>What was just done, from the address: its words stand under <c>direction.done</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? JustDone { get; set; }

    /// <summary>What was just removed and can be brought back.</summary>
    [BindProperty(SupportsGet = true, Name = "removed")]
    public Guid? Removed { get; set; }

    public string? JustDoneWords =>
        JustDone is { } done && T.Has("direction.done." + done)
            ? T["direction.done." + done]
            : null;

    public string Label(string field) =>
        T.Has("direction.field." + field) ? T["direction.field." + field] : field;

    public ConflictNotice Collision => new(Conflict!, Label);

    // Its name makes a handler of it, for requests whose verb is PAGE.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ForgetBindingErrors();
    }

    /// <summary>The words of a time of day: "9:42 AM".</summary>
    public string ClockTime() =>
        TimeZoneInfo
            .ConvertTime(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(District.TimeZone))
            .ToString("t", T.Culture);
}
