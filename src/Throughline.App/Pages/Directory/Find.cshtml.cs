using Microsoft.AspNetCore.Mvc;
using Throughline.Directory;

namespace Throughline.App.Pages.Directory;

/// <summary>Find your district by name, or open one that no directory lists.</summary>
[NeedsPerson(Host = true)]
public sealed class FindModel(DirectoryQueries directory, OpenWorkspace open) : TextPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public OpenWorkspace.Input Input { get; set; } = new(null, null, null);

    public IReadOnlyList<FoundDistrict>? Found { get; private set; }

    public async Task OnGet()
    {
        ModelState.Clear();
        Found = (Name?.Trim().Length ?? 0) < 2 ? null : await directory.Search(Name!);
    }

    public async Task<IActionResult> OnPost()
    {
        var outcome = await open.Do(
            Input with
            {
                Key = null,
                State = Input.State?.Trim().ToUpperInvariant(),
            },
            Doing()
        );
        return await Answer(
            outcome,
            slug => Redirect($"/d/{slug}"),
            () => Task.FromResult<IActionResult>(Page())
        );
    }
}
