using Microsoft.AspNetCore.Http.Extensions;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages;

/// <summary>The links at the top of every page of a district. The one whose address the page's begins with is the current one.</summary>
public static class Navigation
{
    private const string Home = "home";

    public static IEnumerable<(string Name, string Address)> Of(string slug) =>
        [
            (Home, $"/d/{slug}"),
            ("process", $"/d/{slug}/process"),
            ("direction", $"/d/{slug}/direction"),
            ("plan", $"/d/{slug}/plan"),
            ("document", $"/d/{slug}/document"),
            ("team", $"/d/{slug}/team"),
        ];

    public static bool IsCurrent(string name, string address, PathString path) =>
        name == Home ? path == address : path.StartsWithSegments(address);

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
