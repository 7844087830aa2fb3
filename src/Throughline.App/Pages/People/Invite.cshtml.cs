using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.SignIn;
using Throughline.App.Pages.Account;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Pages.People;

/// <summary>Invites one person or a pasted list.</summary>
[Needs(PeoplePermissions.ChangeTeam, Read = PeoplePermissions.ChangeTeam)]
public sealed class InviteModel(
    InviteToTeam invite,
    TeamQueries team,
    LanguageFiles languages,
    Site site
) : DistrictPage
{
    public sealed class Fields
    {
        public string? Addresses { get; set; }

        public Role? Role { get; set; }

        public SchoolId? School { get; set; }

        public string? TeamRole { get; set; }

        public string? Language { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IEnumerable<Choice> Roles => TeamChoices.Roles(T);

    public IEnumerable<Choice> TeamRoles => TeamChoices.TeamRoles(T);

    public IEnumerable<Choice> Schools { get; private set; } = [];

    public IEnumerable<Choice> Languages => LanguageChoices.Of(languages, T);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Input.Role = Role.Editor;
        Input.Language = languages.Match(District.Language);
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer(
            await invite.Do(
                new InviteToTeam.Input(
                    Input.Addresses,
                    Input.Role,
                    Input.School,
                    Input.TeamRole,
                    Input.Language,
                    Input.Note,
                    site.AddressFor(Request)
                ),
                Doing(),
                cancel
            ),
            sent => LocalRedirect($"{Here("team")}?invited={sent}"),
            () => Show(cancel)
        );

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        Schools = TeamChoices.Schools(await team.Schools(cancel));
        return Page();
    }
}
