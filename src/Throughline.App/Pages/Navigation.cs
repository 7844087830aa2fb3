using Microsoft.AspNetCore.Http.Extensions;
using Throughline.Kernel.Languages;

namespace Throughline.App.Pages;

/// <summary>The links at the top of every page of a district. A page says which one it is under: <c>ViewData["Nav"]</c>.</summary>
public static class Navigation
{
    public const string Team = "team";
    public const string Process = "process";
    public const string Direction = "direction";
    public const string Plan = "plan";
    public const string Document = "document";

    public static IEnumerable<(string Name, string Address)> Of(string slug) =>
        [
            ("home", $"/d/{slug}"),
            (Process, $"/d/{slug}/process"),
            (Direction, $"/d/{slug}/direction"),
            (Plan, $"/d/{slug}/plan"),
            (Document, $"/d/{slug}/document"),
            (Team, $"/d/{slug}/team"),
        ];

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
