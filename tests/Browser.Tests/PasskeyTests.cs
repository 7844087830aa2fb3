using Microsoft.Playwright;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

public sealed class PasskeyTests
{
    [Theory, EachDatabase]
    public async Task A_passkey_is_added_signs_in_and_is_removed(DatabaseKind kind)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium is not installed here.");
        await using var app = await RunningApp.Start(kind);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--headless", "--no-sandbox", "--disable-quic", "--no-first-run"],
            }
        );
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        await AddAuthenticator(context, page);
        // Passkeys know names of hosts only.
        var site = $"http://localhost:{app.Address.Port}";
        await context.AddCookiesAsync([
            new()
            {
                Name = "throughline",
                Value = await app.SessionOf(app.Workspace.Lead),
                Url = site,
            },
        ]);

        await page.GotoAsync(site + "/account");
        await page.GetByLabel("Name of the new passkey").FillAsync("School laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("The passkey is added.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true })
            .ClickAsync();
        await page.GotoAsync(site + "/sign-in?next=/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })
            .ClickAsync();

        await page.GetByText("last used").WaitForAsync();
        Assert.EndsWith("/account", page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove School laptop" }).ClickAsync();
        await page.GetByText("It no longer signs in.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true })
            .ClickAsync();
        await page.GotoAsync(site + "/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })
            .ClickAsync();
        await page.GetByText("could not be checked").WaitForAsync();
    }

    private static async Task AddAuthenticator(IBrowserContext context, IPage page)
    {
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
    }
}
