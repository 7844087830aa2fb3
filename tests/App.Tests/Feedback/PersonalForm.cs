using System.Net;
using System.Text.RegularExpressions;

namespace Throughline.App.Tests.Feedback;

/// <summary>A form behind a personal link, as a browser without scripts uses it.</summary>
internal static partial class PersonalForm
{
    public static async Task<Dictionary<string, string>> Open(HttpClient browser, string link)
    {
        var page = await browser.GetStringAsync(link);
        return Hidden()
            .Matches(page)
            .ToDictionary(
                found => found.Groups[1].Value,
                found => WebUtility.HtmlDecode(found.Groups[2].Value),
                StringComparer.Ordinal
            );
    }

    public static async Task<HttpResponseMessage> Post(
        HttpClient browser,
        string link,
        params (string Name, string Value)[] typed
    )
    {
        var fields = await Open(browser, link);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        fields.TryAdd("go", "next");
        return await browser.PostAsync(link, new FormUrlEncodedContent(fields));
    }

    public static async Task Send(
        HttpClient browser,
        string link,
        params (string Name, string Value)[] typed
    )
    {
        using var reply = await Post(browser, link, typed);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
    }

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Hidden();
}
