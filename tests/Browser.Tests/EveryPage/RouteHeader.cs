using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Throughline.Browser.Tests.EveryPage;

/// <summary>Says in a header which route answered, so that the sweep need not work it out a second time.</summary>
internal sealed class RouteHeader : IStartupFilter
{
    public const string Name = "X-Route";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, onward) =>
                {
                    http.Response.OnStarting(() =>
                    {
                        http.Response.Headers[Name] =
                            (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                        return Task.CompletedTask;
                    });
                    return onward(http);
                }
            );
            next(app);
        };
}
