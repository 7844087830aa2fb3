using System.Reflection;
using System.Text.RegularExpressions;
using Throughline.App.Pages;
using Throughline.Kernel;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>Every page and every form of a district × everybody: it is as the permissions say, and nothing else.</summary>
[Collection(SweepCollection.Name)]
public sealed class RoleTests(Swept swept, ITestOutputHelper output)
{
    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task A_form_is_taken_from_whoever_may_send_it_and_from_nobody_else()
    {
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => one.IsPost && one.IsOfDistrict))
        {
            if (swept.TakenBy(handler) is not { } found)
            {
                continue;
            }

            var form = await swept.Prepare(found);
            var before = await Here.Stored.Of(Here.District);
            foreach (var who in swept.Visitors.Where(who => !May(who, handler, form.Action)))
            {
                using var answer = await who.Visitor.Send(form);
                var expected = who.Role is null ? 404 : 403;
                if ((int)answer.StatusCode != expected)
                {
                    problems.Add($"{form} by {who.Name}: {answer.StatusCode}, not {expected}");
                }
            }

            if (!before.SequenceEqual(await Here.Stored.Of(Here.District)))
            {
                problems.Add($"{form} changed something for somebody who may not");
            }

            foreach (var who in swept.Visitors.Where(who => May(who, handler, form.Action)))
            {
                using var answer = await who.Visitor.Send(await swept.Prepare(found));
                if ((int)answer.StatusCode is 403 or 404 or >= 500)
                {
                    problems.Add($"{form} by {who.Name}: {answer.StatusCode}, and they may");
                }
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_page_opens_for_whoever_may_read_it_and_for_nobody_else()
    {
        Here.Rewind();
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => !one.IsPost && one.IsOfDistrict))
        {
            // What was never visited fails in the tests of coverage.
            if (swept.AddressOf(handler) is not { } address)
            {
                continue;
            }

            foreach (var who in swept.Visitors)
            {
                using var answer = await who.Visitor.Browser.GetAsync(address);
                var expected =
                    who.Role is null ? 404
                    : May(who, handler, address) ? 200
                    : 403;
                var status = (int)answer.StatusCode is >= 200 and < 400
                    ? 200
                    : (int)answer.StatusCode;
                if (status != expected)
                {
                    problems.Add($"GET {address} by {who.Name}: {status}, not {expected}");
                }
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    private static bool May(SweptPerson who, PageHandler handler, string address)
    {
        var needs =
            handler.Method.GetCustomAttribute<NeedsAttribute>()
            ?? handler.Page.GetCustomAttribute<NeedsAttribute>(true)!;
        var needed = handler.IsPost ? needs.Write : needs.Read;
        return who.RoleAt(SchoolIn(address)) >= needed;
    }

    /// <summary>The school whose page this is.</summary>
    private static SchoolId? SchoolIn(string address) =>
        Regex.Match(address, "/schools/(?<id>[^/?]+)/", RegexOptions.None, TimeSpan.FromSeconds(1))
            is { Success: true } found
        && Id.TryParse<SchoolId>(found.Groups["id"].Value, out var school)
            ? school
            : null;
}
