using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.App.Pages.Account;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.People;

/// <summary>An invitation as its mail opens it. Opening changes nothing; joining is the button.</summary>
[OpenToAll]
public sealed class InvitationModel(TeamQueries team, AcceptInvitation accept) : SignInPage
{
    public sealed class Fields
    {
        public string? Name { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Null where the link opens nothing, for whatever reason.</summary>
    public InvitationView? Invitation { get; private set; }

    public bool MustSignIn => Invitation?.Person is { } owner && owner != Visit.Person?.Id;

    public string SignInAddress => "/sign-in?next=" + Uri.EscapeDataString(Request.Path.ToString());

    public async Task<IActionResult> OnGet(string token, CancellationToken cancel)
    {
        await Load(token, cancel);
        Input.Name = Invitation?.SuggestedName;
        return Show();
    }

    public async Task<IActionResult> OnPost(string token, CancellationToken cancel)
    {
        var input = new AcceptInvitation.Input(
            token,
            null,
            Visit.Person?.Id,
            Input.Name,
            Caller.Device
        );
        var outcome = await accept.Do(input, Doing(), cancel);
        if (outcome is Outcome<AcceptInvitation.Joined>.Unknown)
        {
            await Load(token, cancel);
            return MustSignIn ? Redirect(SignInAddress) : Show();
        }

        return await Answer(
            outcome,
            joined =>
            {
                if (joined.SignedIn is { } signedIn)
                {
                    Door.LetIn(HttpContext, signedIn);
                }

                return LocalRedirect("/d/" + joined.Slug);
            },
            async () =>
            {
                await Load(token, cancel);
                return Page();
            }
        );
    }

    private async Task Load(string token, CancellationToken cancel) =>
        Invitation = await team.ByToken(token, Visit.Person?.Id, cancel);

    private PageResult Show()
    {
        Response.StatusCode = Invitation is null
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status200OK;
        return Page();
    }
}
