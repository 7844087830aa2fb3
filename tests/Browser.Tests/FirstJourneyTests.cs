using Microsoft.Playwright;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>From an empty machine to a published plan, as a person goes: with script, without it, and by keyboard alone.</summary>
public sealed class FirstJourneyTests
{
    private const string Vision =
        "Every student in Abington learns to create with computing, and to question it.";
    private const string Question = "Which grade band comes first?";

    public static TheoryData<DatabaseKind, bool> Ways =>
        new()
        {
            { DatabaseKind.Sqlite, true },
            { DatabaseKind.Sqlite, false },
            { DatabaseKind.Postgres, true },
            { DatabaseKind.Postgres, false },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task From_the_set_up_link_to_a_published_plan(DatabaseKind kind, bool script)
    {
        await using var here = await FreshInstallation.Start(kind);
        var page = await here.Visit(script);

        await SetUp(page, here.SetUpLink);
        await page.FillAsync("input[name=Name]", "abingt");
        await page.PressAsync("input[name=Name]", "Enter");
        await page.ClickAsync(".tl-results a");
        await Expect(page, "1,916 students");
        await page.ClickAsync("main form button");
        await Expect(page, "Bring in your team");

        await page.GotoAsync("/d/abington/team/invite");
        await page.FillAsync("main textarea >> nth=0", "luis@abington.example");
        await page.ClickAsync("main form button >> nth=0");
        await page.GotoAsync("/d/abington/team");
        await Expect(page, "luis@abington.example");

        await page.GotoAsync("/d/abington/direction/vision/write");
        await page.FillAsync("textarea[name='Input.Text']", Vision);
        await page.ClickAsync("button[name=Keep]");
        await page.GotoAsync("/d/abington/plan/decisions/new");
        await page.FillAsync("textarea[name='Input.Question']", Question);
        await page.ClickAsync("main form button >> nth=0");
        await page.GotoAsync("/d/abington/document");
        await Expect(page, Vision);
        await Expect(page, Question);

        await page.GotoAsync("/d/abington/document/publish");
        await page.ClickAsync("main form button >> nth=-1");
        var stranger = await here.Visit(script);
        var published = await stranger.GotoAsync("/plans/abington");
        Assert.Equal(200, published!.Status);
        await Expect(stranger, Vision);
        Assert.Equal(404, (await stranger.GotoAsync("/plans/nowhere"))!.Status);
    }

    [Fact]
    public async Task By_keyboard_alone_a_district_is_found_and_opened()
    {
        await using var here = await FreshInstallation.Start(DatabaseKind.Sqlite);
        var page = await here.Visit();
        await page.GotoAsync(here.SetUpLink);
        await TabTo(page, "Input.Name");
        await page.Keyboard.TypeAsync("Dana Whitfield");
        await TabTo(page, "Input.Email");
        await page.Keyboard.TypeAsync("dana@abington.example");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/districts/find");
        await TabTo(page, "Name");
        await page.Keyboard.TypeAsync("Abington");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".tl-results a");
        await TabUntil(page, "() => document.activeElement.closest('.tl-results') !== null");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("main form button");
        await TabUntil(page, "() => document.activeElement.matches('main form button')");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/d/abington");
    }

    internal static async Task SetUp(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.FillAsync("input[name='Input.Name']", "Dana Whitfield");
        await page.FillAsync("input[name='Input.Email']", "dana@abington.example");
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/districts/find");
    }

    private static Task Expect(IPage page, string text) =>
        page.GetByText(text).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static Task TabTo(IPage page, string name) =>
        TabUntil(page, $"() => document.activeElement.name === '{name}'");

    /// <summary>Presses Tab until it is there; a trap, or a thing that cannot be reached, ends the test.</summary>
    private static async Task TabUntil(IPage page, string isThere)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<bool>(isThere))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("Sixty presses of Tab did not reach it: " + isThere);
    }
}
