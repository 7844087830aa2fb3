using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Throughline.Kernel;

namespace Throughline.Testing.Sweeping;

/// <summary>A browser with its session and the token that its forms carry.</summary>
public sealed class Visitor : IDisposable
{
    private Visitor(HttpClient browser) => Browser = browser;

    public HttpClient Browser { get; }

    /// <summary>Without it a form is refused.</summary>
    public string Token { get; private init; } = "";

    /// <summary>The cookies stay as they are whatever is answered, so that signing out spoils nothing that comes later.</summary>
    public static async Task<Visitor> Come(RunningApp app, PersonId? person)
    {
        var cookies = person is { } who ? "throughline=" + await app.SessionOf(who) + "; " : "";
        using var first = Client(app, cookies);
        var page = person is null ? "/sign-in" : "/account";
        using var answer = await first.GetAsync(page);
        var form = answer
            .Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.StartsWith("throughline-form=", StringComparison.Ordinal));
        cookies += form.Split(';')[0];
        var browser = Client(app, cookies);
        return new Visitor(browser) { Token = await browser.TokenOf(page) };
    }

    private static HttpClient Client(RunningApp app, string cookies)
    {
        var browser = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
        )
        {
            BaseAddress = app.Address,
        };
        browser.DefaultRequestHeaders.Add("Cookie", cookies);
        return browser;
    }

    /// <summary>What this person chooses where a form asks for a file.</summary>
    public byte[] File { get; set; } = [];

    /// <summary>The same of a school, and a logo: what the forms ask for that take no other file.</summary>
    public byte[] SchoolFile { get; set; } = [];

    public byte[] Picture { get; set; } = [];

    public async Task<HttpResponseMessage> Send(Submission one)
    {
        using HttpContent body = one.Files.Count == 0 ? Plain(one, Token) : WithFiles(one);
        return await Browser.PostAsync(one.Action, body);
    }

    /// <summary>A form's body as a program could send it: lone surrogates and all, which the platform's own would mend.</summary>
    private static ByteArrayContent Plain(Submission one, string token)
    {
        var fields = one.Fields.Append(new("__RequestVerificationToken", token));
        var text = fields.Select(field => $"{Encode(field.Key)}={Encode(field.Value)}");
        return new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', text)))
        {
            Headers =
            {
                ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded"),
            },
        };
    }

    private MultipartFormDataContent WithFiles(Submission one)
    {
        var body = new MultipartFormDataContent
        {
            { new StringContent(Token), "__RequestVerificationToken" },
        };
        foreach (var field in one.Fields)
        {
            body.Add(new StringContent(field.Value), field.Key);
        }

        if (FileFor(one.Path) is { } file)
        {
            foreach (var name in one.Files)
            {
                body.Add(new ByteArrayContent(file.Bytes), name, file.Name);
            }
        }

        return body;
    }

    /// <summary>Null: nothing is chosen, as where a block was pasted instead.</summary>
    private (byte[] Bytes, string Name)? FileFor(string path) =>
        path.EndsWith("/workbook/read", StringComparison.Ordinal)
            ? (
                path.Contains("/schools/", StringComparison.Ordinal) ? SchoolFile : File,
                "file.docx"
            )
        : path.EndsWith("/settings/logo", StringComparison.Ordinal) ? (Picture, "logo.png")
        : null;

    /// <summary>The forms of one page, filled in.</summary>
    public async Task<IReadOnlyList<Submission>> FormsOn(
        string address,
        params IReadOnlyList<Submission> before
    )
    {
        var page = await new Crawl(Browser).Visit(address);
        return page.IsHtml ? FormsIn(page.Document, address, before) : [];
    }

    public static IReadOnlyList<Submission> FormsIn(
        IHtmlDocument page,
        string address,
        IReadOnlyList<Submission> before
    ) =>
        [
            .. page.QuerySelectorAll<IHtmlFormElement>("form[method=post]")
                .SelectMany(form => FormFilling.Of(form, address, before)),
        ];

    public void Dispose() => Browser.Dispose();

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                encoded.Append(text[i]);
            }
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                // A surrogate by itself, as three bytes that are not UTF-8.
                var code = (int)text[i];
                encoded.Append(
                    $"%{0xe0 | (code >> 12):X2}%{0x80 | ((code >> 6) & 0x3f):X2}%{0x80 | (code & 0x3f):X2}"
                );
            }
        }

        return encoded.ToString();
    }
}
