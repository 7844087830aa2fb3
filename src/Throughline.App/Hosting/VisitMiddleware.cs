using System.Globalization;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Hosting;

/// <summary>
/// The first wall: an address under <c>/d/{district}</c> opens only for a member. For everybody else who is signed in, a district
/// that exists and one that does not are the same 404.
/// </summary>
public sealed class VisitMiddleware(RequestDelegate next, LanguageFiles languages)
{
    public const string LanguageCookie = "throughline-language";

    public async Task InvokeAsync(
        HttpContext http,
        Visit visit,
        ThroughlineDb db,
        DistrictQueries districts,
        SchoolQueries schools
    )
    {
        visit.Person = http.Features.Get<SignedInPerson>();
        visit.Language = Choose(http, visit);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = visit.Texts.Culture;
        if (
            http.Request.RouteValues["district"] is string slug
            && http.Request.Path.StartsWithSegments("/d")
        )
        {
            if (visit.Person is null)
            {
                http.Response.Redirect(SignInAddress(http.Request));
                return;
            }

            if (await districts.BySlug(slug, http.RequestAborted) is { } district)
            {
                await db.Enter(district.Id, visit.Person.Id, http.RequestAborted);
                visit.Membership = await districts.MembershipOf(
                    visit.Person.Id,
                    http.RequestAborted
                );
                // Whoever is not of the district learns no name of its schools, not even from the title of the page that is not here.
                visit.School = visit.Membership is null ? null : await Named(http, schools);
                visit.District =
                    visit.Membership is null || (visit.School is null && NamesASchool(http))
                        ? null
                        : district;
            }

            if (visit.District is null)
            {
                await db.Enter(null, visit.Person.Id, http.RequestAborted);
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }
        else if (visit.Person is not null)
        {
            await db.Enter(null, visit.Person.Id, http.RequestAborted);
        }

        await next(http);
    }

    public static string SignInAddress(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
            ? "/sign-in?next=" + Uri.EscapeDataString(request.Path + request.QueryString)
            : "/sign-in";

    private static bool NamesASchool(HttpContext http) =>
        http.Request.RouteValues["school"] is string;

    /// <summary>Null where the address names no school, or none of this district: the latter is the same 404 as everything unknown.</summary>
    private static async Task<SchoolPlace?> Named(HttpContext http, SchoolQueries schools) =>
        Id.TryParse<SchoolId>(http.Request.RouteValues["school"] as string, out var id)
            ? await schools.Place(id, http.RequestAborted)
            : null;

    private string Choose(HttpContext http, Visit visit)
    {
        if (
            http.Request.Query["lang"].ToString() is { Length: > 0 } asked
            && languages.Tags.Contains(asked)
        )
        {
            http.Response.Cookies.Append(
                LanguageCookie,
                asked,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                }
            );
            return asked;
        }

        var wishes = http
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString());
        var preferred = new[]
        {
            http.Request.Cookies[LanguageCookie],
            visit.Person?.Language,
        }.Concat(wishes);
        return preferred.FirstOrDefault(tag => tag is not null && languages.Knows(tag)) is { } known
            ? languages.Match(known)
            : LanguageFiles.Default;
    }
}
