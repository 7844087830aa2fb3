using System.Data.Common;
using Throughline.Data;

namespace Throughline.App.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers; no database. <c>/health/ready</c>: a write can begin, and the server is not on its way out.
/// Before everything that knows visitors and districts.
/// </summary>
public sealed class Health(
    RequestDelegate next,
    IStorage storage,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    /// <summary>Asking often costs nothing: one question a second reaches the database, however many ask.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;
    private Task<bool> latest = Task.FromResult(false);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path == "/health/live")
        {
            await http.Response.WriteAsync("live", http.RequestAborted);
        }
        else if (http.Request.Path == "/health/ready")
        {
            var ready = !lifetime.ApplicationStopping.IsCancellationRequested && await IsWritable();
            http.Response.StatusCode = ready
                ? StatusCodes.Status200OK
                : StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync(ready ? "ready" : "not ready", http.RequestAborted);
        }
        else
        {
            await next(http);
        }
    }

    private Task<bool> IsWritable()
    {
        lock (gate)
        {
            if (latest.IsCompleted && clock.GetUtcNow() - askedAt > Fresh)
            {
                askedAt = clock.GetUtcNow();
                latest = TryToWrite();
            }

            return latest;
        }
    }

    /// <summary>Of its own token: the first to ask may go away while others wait for the answer.</summary>
    private async Task<bool> TryToWrite()
    {
        try
        {
            await storage.TryToWrite(CancellationToken.None);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
