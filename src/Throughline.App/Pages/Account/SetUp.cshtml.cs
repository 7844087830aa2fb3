using Microsoft.AspNetCore.Mvc;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>The first person of a new installation. A spent link and an unknown one are the same 404.</summary>
[OpenToAll]
public sealed class SetUpModel(SetUp setUp, AccountQueries account) : SignInPage
{
    public sealed class Fields
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGet(string token, CancellationToken cancel) =>
        await account.SetUpIsOpen(token, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string token, CancellationToken cancel) =>
        await Answer(
            await setUp.Do(
                new SetUp.Input(token, Input.Name, Input.Email, Caller.Device),
                Doing(),
                cancel
            ),
            signedIn => LetIn(signedIn),
            () => Task.FromResult<IActionResult>(Page())
        );
}
