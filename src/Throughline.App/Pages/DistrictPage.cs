using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.App.Hosting;
using Throughline.Directory;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages;

/// <summary>A page with its words and its visitor.</summary>
public abstract class TextPage : PageModel
{
    private Visit? visit;

    public Visit Visit => visit ??= HttpContext.RequestServices.GetRequiredService<Visit>();

    public Texts T => Visit.Texts;

    /// <summary>Set where somebody else saved first: the page shows both texts.</summary>
    public Conflict? Conflict { get; private set; }

    protected TimeProvider Clock => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    public Doing Doing(string? why = null) =>
        new(
            Visit.Person?.Id ?? PersonId.Server,
            Clock.GetUtcNow().UtcDateTime,
            string.IsNullOrWhiteSpace(why) ? null : why.Trim()
        );

    /// <summary>
    /// From outcome to answer: on to the next page when done; the same page again, with what was typed, when refused (422) or when
    /// somebody else saved first (409); 404 for what is not there or not theirs.
    /// </summary>
    protected async Task<IActionResult> Answer<T>(
        Outcome<T> outcome,
        Func<T, IActionResult> done,
        Func<Task<IActionResult>> again
    )
    {
        switch (outcome)
        {
            case Outcome<T>.Done result:
                return done(result.Value);
            case Outcome<T>.Unknown:
                return NotFound();
            case Outcome<T>.Refused refused:
                foreach (var refusal in refused.Refusals)
                {
                    ModelState.AddModelError(FieldName(refusal.Field), this.T[refusal.Sentence]);
                }

                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await again();
            case Outcome<T>.Conflicting conflicting:
                Conflict = conflicting.Conflict;
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await again();
            default:
                throw new InvalidOperationException("An outcome is one of four.");
        }
    }

    /// <summary>
    /// The version that a form carries: the stored one; what was sent, when it was refused; and after a conflict the one that a
    /// knowing overwrite must name.
    /// </summary>
    public int FormVersion(int sent, int stored) =>
        Conflict is { } conflict
            ? conflict.Version > 0
                ? conflict.Version
                : stored
            : HttpMethods.IsPost(Request.Method)
                ? sent
                : stored;

    /// <summary>
    /// Drops what the framework says about values it could not read: the use case refuses them in our own words. A malformed id stays
    /// one, and is answered as an unknown one.
    /// </summary>
    protected void ForgetBindingErrors()
    {
        foreach (var entry in ModelState.Values.Where(entry => !MalformedId.IsIn(entry)))
        {
            entry.Errors.Clear();
        }
    }

    /// <summary>Fields of the bound record are called <c>Input.…</c> in the form.</summary>
    private static string FieldName(string? field) =>
        field is null ? ""
        : field.Contains('[', StringComparison.Ordinal) ? field
        : "Input." + field;
}

/// <summary>A page under <c>/d/{district}</c>: here the visitor is a member, and the context is of this district.</summary>
public abstract class DistrictPage : TextPage
{
    public DistrictView District => Visit.District!;

    public MembershipView Me => Visit.Membership!;

    /// <summary>Whose place this is: a school's, or null for the district's own.</summary>
    public SchoolId? Place => Visit.School?.Id;

    public bool MayWrite => Me.RoleAt(Place) >= Role.Editor;

    public bool MayLead => Me.RoleAt(Place) >= Role.Lead;

    /// <summary>Today, where the district is.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(
                    Clock.GetUtcNow(),
                    TimeZoneInfo.FindSystemTimeZoneById(District.TimeZone)
                )
                .DateTime
        );

    /// <summary>The day of a stored time, where the district is.</summary>
    public DateOnly DayOf(DateTime utc) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                utc,
                TimeZoneInfo.FindSystemTimeZoneById(District.TimeZone)
            )
        );

    /// <summary>An address in this district: <c>Here("plan/decisions")</c>. On a school's page, what the school has too is the school's.</summary>
    public string Here(string path = "") => At(Place, path);

    /// <summary>Where the district's pictures are served, with a slash at its end.</summary>
    public string LogoAddress => $"/d/{District.Slug}/logo/";

    /// <summary>How the files of this place are called: <c>abington</c>, <c>abington-woodsdale</c>.</summary>
    protected string FileName =>
        Visit.School is { } school ? $"{District.Slug}-{Slug.Of(school.Name)}" : District.Slug;

    public string At(SchoolId? school, string path = "") =>
        $"/d/{District.Slug}/{Places.In(school, path)}".TrimEnd('/');
}
