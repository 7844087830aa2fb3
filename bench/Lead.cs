using System.Net;
using System.Text.RegularExpressions;

namespace Throughline.Bench;

/// <summary>The lead of the sample district in a browser of their own.</summary>
static partial class Lead
{
    /// <summary>As a browser asks: with compression, which is left as it is to count it.</summary>
    public static HttpClient Browser(Uri address)
    {
        var http = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = new CookieContainer(),
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = address,
        };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        return http;
    }

    /// <summary>The link shows a page, whose button signs in.</summary>
    public static async Task SignIn(HttpClient http, string address)
    {
        var link = new Uri(address).AbsolutePath;
        var token = Token().Match(await Text(http, link)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = token }
        );
        using var answer = await http.PostAsync(link, form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
        }
    }

    public static async Task<string> Text(HttpClient http, string page)
    {
        using var plain = new HttpRequestMessage(HttpMethod.Get, page);
        plain.Headers.AcceptEncoding.ParseAdd("identity");
        using var answer = await http.SendAsync(plain);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
