using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Throughline.App.Hosting.Mail;

namespace Throughline.Testing;

/// <summary>What a person does in a browser: opens a page, fills in its form, sends it with the token that the page carries.</summary>
public static partial class Pages
{
    /// <summary>Sends a form from a page: the page is opened for its antiforgery token, the fields are posted to <paramref name="action"/>.</summary>
    public static async Task<HttpResponseMessage> Send(
        this HttpClient browser,
        string page,
        Dictionary<string, string?> fields,
        string? action = null
    )
    {
        var token = await browser.TokenOf(page);
        var all = new Dictionary<string, string?>(fields, StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = token,
        };
        return await browser.PostAsync(action ?? page, new FormUrlEncodedContent(all));
    }

    public static async Task<string> TokenOf(this HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        return Token().Match(html) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups["token"].Value)
            : "";
    }

    /// <summary>
    /// A bare status is answered through the status page; while that page is not part of the product, its absence is what is seen.
    /// </summary>
    public static HttpStatusCode Seen(this RunningApp app, HttpStatusCode status) =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Any(endpoint =>
                endpoint.RoutePattern.RawText?.StartsWith("status/", StringComparison.Ordinal)
                == true
            )
            ? status
            : HttpStatusCode.NotFound;

    public static async Task<string> Text(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>The page without what has to differ: the form's token, and the address that its own links repeat.</summary>
    public static async Task<string> TextWithoutItsOwn(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        return WebUtility
            .HtmlDecode(Token().Replace(html, ""))
            .Replace(path, "", StringComparison.Ordinal);
    }

    /// <summary>Sends what is in the outbox into the mail folder and reads the messages to this address, the latest first.</summary>
    public static async Task<List<MimeMessage>> MailTo(this RunningApp app, string address)
    {
        var delivery = app.Services.GetRequiredService<MailDelivery>();
        await delivery.SendDue();
        var folder = delivery.Folder;
        var messages = new List<MimeMessage>();
        System.IO.Directory.CreateDirectory(folder);
        foreach (
            var file in System
                .IO.Directory.GetFiles(folder, "*.eml")
                .OrderDescending(StringComparer.Ordinal)
        )
        {
            var message = await MimeMessage.LoadAsync(file);
            if (message.To.Mailboxes.Any(mailbox => mailbox.Address == address))
            {
                messages.Add(message);
            }
        }

        return messages;
    }

    public static string CodeIn(this MimeMessage message) =>
        Code().Match(message.TextBody ?? "").Value;

    /// <summary>The path and query of the link that the message holds.</summary>
    public static string LinkIn(this MimeMessage message) =>
        new Uri(Link().Match(message.TextBody ?? "").Value).PathAndQuery;

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Token();

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
