using Microsoft.Playwright;

namespace Throughline.Browser.Tests;

/// <summary>
/// Somebody who has a keyboard and nothing else, and who goes by what stands on the page: what Tab does not reach, or what has no words
/// of its own, they cannot use.
/// </summary>
internal sealed class KeyboardUser(IPage page)
{
    private const int MostPresses = 200;

    private const string Words =
        "const words = text => (text ?? '').replace(/\\s+/g, ' ').trim(); const here = document.activeElement;";

    /// <summary>A link or a button that says this.</summary>
    public async Task Follow(string saying)
    {
        await Reach(saying);
        await Leave(() => page.Keyboard.PressAsync("Enter"));
    }

    public async Task<string> Download(string saying)
    {
        await Reach(saying);
        var file = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return await file.PathAsync();
    }

    /// <summary>Into the field of this label; a day as it is typed there, month, day and year.</summary>
    public async Task Write(string label, string text)
    {
        await ReachField(label);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>In the list of this label, by typing the choice.</summary>
    public async Task Choose(string label, string choice)
    {
        await ReachField(label);
        await page.Keyboard.TypeAsync(choice);
        Assert.Equal(
            choice,
            await page.EvaluateAsync<string>(
                "() => document.activeElement.selectedOptions[0].text.trim()"
            )
        );
    }

    /// <summary>Enter in a field sends its form.</summary>
    public Task Send() => Leave(() => page.Keyboard.PressAsync("Enter"));

    public Task Sees(string text) =>
        page.GetByText(text).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private Task Reach(string saying) =>
        TabUntil(
            Words
                + "return here.matches('a, button') && words(here.getAttribute('aria-label') ?? here.innerText) === wanted;",
            saying
        );

    private Task ReachField(string label) =>
        TabUntil(
            Words
                + "return here.matches('input, select, textarea') && [...here.labels].some(label => words(label.innerText) === wanted);",
            label
        );

    private async Task TabUntil(string isThere, string wanted)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            if (await page.EvaluateAsync<bool>($"wanted => {{ {isThere} }}", wanted))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostPresses} presses of Tab did not reach “{wanted}” on {page.Url}.");
    }

    private async Task Leave(Func<Task> go)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage where) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await go();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            page.Load -= Loaded;
        }
    }
}
