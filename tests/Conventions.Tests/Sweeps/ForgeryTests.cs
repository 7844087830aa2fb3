using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>A form that another site, or another person's page, sends for somebody: refused at every address that changes anything.</summary>
[Collection(SweepCollection.Name)]
public sealed class ForgeryTests(Swept swept, ITestOutputHelper output)
{
    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task Without_its_own_token_no_form_is_taken_anywhere()
    {
        Here.Rewind();
        var before = await Here.Stored.Everything();
        var problems = new List<string>();
        var others = swept.Visitors.First(who => who.Role is not null).Visitor.Token;
        foreach (var handler in Here.Handlers.Where(one => one.IsPost))
        {
            foreach (var token in new[] { "", "made-up", others })
            {
                using var body = Body(handler, token);
                using var answer = await Here.Dana.Browser.PostAsync(Address(handler), body);
                // Where no form was taken the address is of a thing that is not there.
                if (
                    answer.StatusCode != Expected(handler)
                    && !(
                        swept.TakenBy(handler) is null
                        && answer.StatusCode == HttpStatusCode.NotFound
                    )
                )
                {
                    problems.Add(
                        $"{handler} with the token '{token}' answered {answer.StatusCode}"
                    );
                }
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
        Assert.Equal(before, await Here.Stored.Everything());
    }

    public static TheoryData<string, string> Senders =>
        new()
        {
            { "Sec-Fetch-Site", "cross-site" },
            { "Sec-Fetch-Site", "same-site" },
            { "Origin", "https://elsewhere.example" },
            { "Origin", "null" },
        };

    [Theory, MemberData(nameof(Senders))]
    public async Task From_another_site_nothing_is_taken_though_the_token_is_right(
        string header,
        string value
    )
    {
        Here.Rewind();
        var before = await Here.Stored.Everything();
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => one.IsPost))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address(handler))
            {
                Content = Body(handler, Here.Dana.Token),
            };
            request.Headers.Add(header, value);
            using var answer = await Here.Dana.Browser.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.BadRequest)
            {
                problems.Add($"{handler} answered {answer.StatusCode}");
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
        Assert.Equal(before, await Here.Stored.Everything());
    }

    [
        Theory,
        InlineData("PUT"),
        InlineData("PATCH"),
        InlineData("DELETE"),
        InlineData("PAGE"),
        InlineData("OPTIONS"),
        InlineData("TRACE")
    ]
    public async Task Other_verbs_change_nothing_and_break_nothing(string verb)
    {
        Here.Rewind();
        var before = await Here.Stored.Everything();
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.DistinctBy(one => one.Route + one.Name))
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), Address(handler));
            using var answer = await Here.Dana.Browser.SendAsync(request);
            if ((int)answer.StatusCode is < 400 or >= 500)
            {
                problems.Add($"{verb} {Address(handler)} answered {answer.StatusCode}");
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
        Assert.Equal(before, await Here.Stored.Everything());
    }

    /// <summary>
    /// The pages of errors say their error to whoever asks; they change nothing. What a mail program ends by itself has its secret in
    /// the address, and this one is nobody's.
    /// </summary>
    private static HttpStatusCode Expected(PageHandler handler) =>
        handler.Route switch
        {
            "/error" => HttpStatusCode.InternalServerError,
            "/status/{code:int}" or "/plans/{district}/updates/stop/{token}" =>
                HttpStatusCode.NotFound,
            _ => HttpStatusCode.BadRequest,
        };

    private FormUrlEncodedContent Body(PageHandler handler, string token) =>
        new([.. swept.TakenBy(handler)?.Fields ?? [], new("__RequestVerificationToken", token)]);

    /// <summary>Where a form of this handler was sent, or its route with something in the place of its values.</summary>
    private string Address(PageHandler handler)
    {
        if (swept.TakenBy(handler) is { } form)
        {
            return form.Action;
        }

        var path = Regex
            .Replace(
                handler.Route,
                @"/\{[a-z]+(:int)?\?\}",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Replace("{district}", Here.Slug, StringComparison.Ordinal);
        path = Regex.Replace(
            path,
            @"\{[a-z]+:int\}",
            "404",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        path =
            swept.AddressOf(handler)?.Split('?')[0]
            ?? Regex.Replace(path, @"\{[^}/]*\}", "0", RegexOptions.None, TimeSpan.FromSeconds(1));
        return handler.Name.Length > 0 ? $"{path}?handler={handler.Name}" : path;
    }
}
