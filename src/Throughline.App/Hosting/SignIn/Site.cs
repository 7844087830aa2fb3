using System.Net;

namespace Throughline.App.Hosting.SignIn;

/// <summary>
/// The address of this installation for links in mails: what <c>THROUGHLINE_URL</c> says. A request's own host is believed only where
/// it is this machine, since anybody can send any host.
/// </summary>
public sealed class Site(IConfiguration configuration)
{
    public const string Variable = "THROUGHLINE_URL";

    public string? Configured { get; } = Clean(configuration[Variable]);

    public static string? Clean(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null : address.Trim().TrimEnd('/');

    public string AddressFor(HttpRequest request) =>
        Configured
        ?? (
            IsThisMachine(request)
                ? $"{request.Scheme}://{request.Host}"
                : WebHostOptions.DefaultUrl
        );

    /// <summary>Asked on this machine, by this machine, and not through a proxy that runs here.</summary>
    public bool IsLocal(HttpRequest request) =>
        (Configured is null || new Uri(Configured).IsLoopback)
        && IsThisMachine(request)
        && request.HttpContext.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && !request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsThisMachine(HttpRequest request) =>
        request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
