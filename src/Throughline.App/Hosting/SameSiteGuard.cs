namespace Throughline.App.Hosting;

/// <summary>
/// Refuses every unsafe request that a browser says came from another site, forms or not: the antiforgery token guards forms only.
/// </summary>
public sealed class SameSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || ComesFromHere(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool ComesFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Authority == request.Host.Value
            );
    }
}
