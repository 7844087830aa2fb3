using Microsoft.Playwright;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>From an empty machine to a published plan, as a person goes who points: with script and without it.</summary>
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
}
