using System.Net.Mime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Throughline.App.Components;
using Throughline.Data;
using Throughline.Kernel.Languages;

namespace Throughline.App.Hosting;

/// <summary>
/// The database is busy, full, read-only or out of reach: 503, with a page that needs no database and holds what the person typed, so
/// that they can send it again from there.
/// </summary>
public sealed class PassingFaults(
    RequestDelegate next,
    IStorage storage,
    LanguageFiles languages,
    ILogger<PassingFaults> log,
    ILoggerFactory logs
)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault)
            when (!http.Response.HasStarted && (storage.IsPassing(fault) || fault is WriteInDoubt))
        {
            // One line: while a disk is full there are many of them, and the stack says nothing new.
            log.LogWarning(
                "{Method} {Path} could not reach the database and was answered 503: {Fault}",
                http.Request.Method,
                http.Request.Path,
                fault.GetBaseException().Message
            );
            await Answer(http, fault is WriteInDoubt);
        }
    }

    private async Task Answer(HttpContext http, bool inDoubt)
    {
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "5";
        var texts = languages.In(Language(http.Request));
        var fields = await TypedFields.Of(http);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(Unavailable.T)] = texts,
            [nameof(Unavailable.Address)] =
                http.Request.PathBase + http.Request.Path + http.Request.QueryString.Value,
            [nameof(Unavailable.Fields)] = fields,
            [nameof(Unavailable.IsPost)] = HttpMethods.IsPost(http.Request.Method),
            [nameof(Unavailable.InDoubt)] = inDoubt,
        };
        await using var renderer = new HtmlRenderer(http.RequestServices, logs);
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<Unavailable>(
                    ParameterView.FromDictionary(parameters)
                )
            ).ToHtmlString()
        );
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync("<!DOCTYPE html>\n" + page, http.RequestAborted);
    }

    /// <summary>Asked anew: the fault may have come before anybody knew who is here.</summary>
    private string? Language(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString())
            .Prepend(request.Cookies[VisitMiddleware.LanguageCookie])
            .FirstOrDefault(tag => tag is not null && languages.Knows(tag));
}
