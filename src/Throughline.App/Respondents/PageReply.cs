using System.Buffers;
using System.Text;
using Microsoft.Net.Http.Headers;
using Throughline.Feedback;
using Throughline.Feedback.Answering;

namespace Throughline.App.Respondents;

/// <summary>How a page goes out to whoever answers: never kept where others could find it.</summary>
internal static class PageReply
{
    /// <param name="text">What goes into the slot of the page.</param>
    public static Task Send(HttpContext http, AskedRound round, SlottedPage page, string text)
    {
        Begin(http, round);
        var packs = http
            .Request.Headers.AcceptEncoding.ToString()
            .Contains("gzip", StringComparison.OrdinalIgnoreCase);
        Span<byte> slot = stackalloc byte[text.Length];
        Encoding.ASCII.GetBytes(text, slot);
        var length = packs ? page.PackedLength : page.Length;
        http.Response.ContentLength = length;
        if (packs)
        {
            http.Response.Headers.ContentEncoding = "gzip";
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return Task.CompletedTask;
        }

        var body = http.Response.BodyWriter;
        var to = body.GetSpan(length);
        if (packs)
        {
            page.WritePacked(to, slot);
        }
        else
        {
            page.Write(to, slot);
        }

        body.Advance(length);
        return Task.CompletedTask;
    }

    public static async Task Send(HttpContext http, AskedRound round, string html, int status)
    {
        Begin(http, round);
        http.Response.StatusCode = status;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.BodyWriter.Write(Encoding.UTF8.GetBytes(html));
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }

    private static void Begin(HttpContext http, AskedRound round)
    {
        var headers = http.Response.Headers;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.Vary = "Accept-Encoding, Accept-Language";
        // A browser that goes back shows what was typed; a shared tablet must not.
        headers[HeaderNames.CacheControl] =
            round.Kind == ChannelKind.Kiosk ? "no-store" : "private, no-cache";
    }
}
