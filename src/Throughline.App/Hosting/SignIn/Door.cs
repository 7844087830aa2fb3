using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Throughline.People;

namespace Throughline.App.Hosting.SignIn;

/// <summary>Who stands at the door, and how somebody is let in: the cookies of signing in.</summary>
public sealed class Door(IDataProtectionProvider protection)
{
    private const string AttemptCookie = "throughline-attempt";
    private const string DeviceCookie = "throughline-device";

    private readonly IDataProtector seal = protection.CreateProtector("Throughline.KnownDevice");

    public Caller CallerOf(HttpContext http) =>
        new(
            NetworkOf(http.Connection.RemoteIpAddress),
            Known(http),
            Devices.NameOf(http.Request.Headers.UserAgent.ToString())
        );

    public void LetIn(HttpContext http, SignedIn signedIn)
    {
        SessionCookie.Give(http, signedIn.Secret);
        http.Response.Cookies.Delete(AttemptCookie);
        var secret = Known(http)?.Secret ?? Secrets.New();
        Give(
            http,
            DeviceCookie,
            seal.Protect($"{signedIn.AddressHash}|{secret}"),
            TimeSpan.FromDays(365)
        );
    }

    public static string? AttemptOf(HttpContext http) => http.Request.Cookies[AttemptCookie];

    public static void KeepAttempt(HttpContext http, string attempt) =>
        Give(http, AttemptCookie, attempt, SignInLink.LastsByMail);

    public static void Give(HttpContext http, string name, string value, TimeSpan lasts) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = lasts,
                IsEssential = true,
            }
        );

    private KnownDevice? Known(HttpContext http)
    {
        if (http.Request.Cookies[DeviceCookie] is not { Length: > 0 and < 2000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = seal.Unprotect(cookie).Split('|');
            return parts.Length == 2 ? new KnownDevice(parts[0], parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.MapToIPv4().ToString();
        }

        // One household or school has a /64 of its own.
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) + "/64";
    }
}
