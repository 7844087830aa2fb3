using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Sample;

namespace Throughline.Browser.Tests;

/// <summary>The invented district in a fresh installation, and its lead in front of it.</summary>
static class SampleDistrict
{
    public const string Home = "/d/marlow-falls";

    public static async Task<MakeSample.Made> Make(FreshInstallation here)
    {
        await using var scope = here.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<MakeSample>().Do(Now(scope));
        return ((Outcome<MakeSample.Made>.Done)made).Value;
    }

    public static async Task<IPage> SignIn(FreshInstallation here, string email, bool script)
    {
        string path;
        await using (var scope = here.Services.CreateAsyncScope())
        {
            var link = await scope
                .ServiceProvider.GetRequiredService<MakeSignInLink>()
                .Do(new(email, AsHost: true), Now(scope));
            path = ((Outcome<MakeSignInLink.Link>.Done)link).Value.Path;
        }

        var page = await here.Visit(script);
        await page.GotoAsync(path);
        await page.ClickAsync("main button");
        Assert.Equal(200, (await page.GotoAsync(Home))!.Status);
        return page;
    }

    private static Doing Now(AsyncServiceScope scope) =>
        Doing.ByServer(
            scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime
        );
}
