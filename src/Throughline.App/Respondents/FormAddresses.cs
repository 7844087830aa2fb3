using Throughline.App.Hosting;
using Throughline.Feedback;
using Throughline.Feedback.Answering;

namespace Throughline.App.Respondents;

/// <summary>
/// The pages for the public, <c>/f/{code}</c>: the program's busiest. They know no session and no person, write nothing on a GET, and
/// are answered before everything that the team's pages need.
/// </summary>
public sealed class FormAddresses(
    RequestDelegate next,
    RoundDoor door,
    RespondentPages pages,
    TakeAnswer take
)
{
    public const string Root = "/f/";

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value;
        return path is not null && path.StartsWith(Root, StringComparison.Ordinal)
            ? Answer(http, path)
            : next(http);
    }

    private async Task Answer(HttpContext http, string path)
    {
        // Typed from paper: capitals and hyphens are the same address.
        var rest = path[Root.Length..].TrimEnd('/').Split('/');
        var round = await door.Find(
            rest[0].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()
        );
        if (round is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isRead =
            HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        switch (rest)
        {
            case [_] when isRead && round.Kind == ChannelKind.Parents:
                await pages.ToRead(http, round);
                break;
            case [_, "r", var number] when isRead && Receipt.IsTrue(number, round.ReceiptKey):
                await pages.Received(http, round, number);
                break;
            case [_, ..] when round.Kind == ChannelKind.Personal:
                await Personal(http, round, rest, isRead);
                break;
            case [_] when isRead:
                await pages.Form(http, round);
                break;
            case [_, "whole"] when isRead && round.WorksOffline:
                await pages.Whole(http, round);
                break;
            case [_, "kept"] when isRead && round.WorksOffline:
                await pages.Kept(http, round);
                break;
            case [_]
                when HttpMethods.IsPost(http.Request.Method) && round.Kind != ChannelKind.Parents:
                await take.From(http, round);
                break;
            default:
                http.Response.StatusCode =
                    rest.Length == 1
                        ? StatusCodes.Status405MethodNotAllowed
                        : StatusCodes.Status404NotFound;
                break;
        }
    }

    /// <summary>Whoever has a code gets the form that belongs to it; whoever has none is asked for it.</summary>
    private async Task Personal(HttpContext http, AskedRound round, string[] rest, bool isRead)
    {
        if (rest.Length > 2 || (rest.Length == 1 && !isRead))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var typed = rest.Length == 2 ? rest[1] : http.Request.Query["c"].ToString();
        var code = PersonalLink.Read(typed);
        if (code is null || !await door.HasLink(round, code, http.RequestAborted))
        {
            await pages.AskForCode(http, round, isUnknown: typed.Length > 0);
            return;
        }

        if (rest.Length == 1)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = $"/f/{round.Code}/{code}";
            return;
        }

        var own = round with { PersonalCode = code };
        await (isRead ? pages.Form(http, own) : take.From(http, own));
    }
}

/// <summary>The form on this device that is not sent yet: only so that whoever comes back goes on where they were.</summary>
public static class BegunForm
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private static string Name(AskedRound round) => "answer-" + round.Code;

    /// <summary>A personal link leads to its form from every device; a shared tablet remembers nobody.</summary>
    public static string? Of(HttpContext http, AskedRound round)
    {
        if (round.PersonalCode is { } code)
        {
            return PersonalLink.SecretOf(code);
        }

        var kept = round.Kind == ChannelKind.Kiosk ? null : http.Request.Cookies[Name(round)];
        return FormSecret.IsOne(kept) ? kept : null;
    }

    public static void Keep(HttpContext http, AskedRound round, string secret)
    {
        if (round.Kind is not (ChannelKind.Kiosk or ChannelKind.Personal))
        {
            http.Response.Cookies.Append(Name(round), secret, Options(http, round, Lasts));
        }
    }

    public static void Forget(HttpContext http, AskedRound round)
    {
        if (http.Request.Cookies.ContainsKey(Name(round)))
        {
            http.Response.Cookies.Delete(Name(round), Options(http, round, null));
        }
    }

    private static CookieOptions Options(HttpContext http, AskedRound round, TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/f/" + round.Code,
            MaxAge = lasts,
            IsEssential = true,
        };
}
