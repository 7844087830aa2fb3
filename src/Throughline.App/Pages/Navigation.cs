using Microsoft.AspNetCore.Http.Extensions;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages;

/// <summary>The links at the top of every page of a district. The one whose address the page's begins with is the current one.</summary>
public static class Navigation
{
    private const string Home = "home";
    private const string Schools = "schools";

    /// <summary>In a school's place, what the school has too is the school's.</summary>
    public static IEnumerable<(string Name, string Address)> Of(string slug, SchoolId? school) =>
        [
            (Home, $"/d/{slug}"),
            .. new[]
            {
                "process",
                "direction",
                "plan",
                "feedback",
                "document",
                Schools,
                "team",
            }.Select(name => (name, $"/d/{slug}/{Places.In(school, name)}")),
        ];

    /// <summary>Home and the list of schools have other pages under their addresses that are not theirs.</summary>
    public static bool IsCurrent(string name, string address, PathString path) =>
        name is Home or Schools ? path == address : path.StartsWithSegments(address);

    public static IEnumerable<string> OtherLanguages(Texts texts) =>
        texts.Offered.Where(language => language != texts.Language);

    /// <summary>The same page in another language; it stays chosen.</summary>
    public static string InLanguage(HttpRequest request, string language)
    {
        var query = request
            .Query.Where(pair => pair.Key != "lang")
            .ToDictionary(StringComparer.Ordinal);
        query["lang"] = language;
        return request.Path + new QueryBuilder(query).ToString();
    }
}
