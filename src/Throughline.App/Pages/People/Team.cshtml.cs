using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Pages.People;

/// <summary>Who is on the team, who is invited, and whose voice is not at the table yet.</summary>
[Needs(PeoplePermissions.ChangeTeam)]
public sealed class TeamModel(
    TeamQueries team,
    ChangeMembership change,
    RemoveMember remove,
    BringMemberBack bringBack,
    ResendInvitation resend,
    RevokeInvitation revoke,
    Site site
) : DistrictPage
{
    public sealed class Fields
    {
        public MembershipId Id { get; set; }

        public int Version { get; set; }

        public Role? Role { get; set; }

        public SchoolId? School { get; set; }

        public string? TeamRole { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The member whose row is open for changing.</summary>
    [FromQuery]
    public MembershipId? Edit { get; set; }

    [FromQuery]
    public MembershipId? Removed { get; set; }

    [FromQuery]
    public int? Invited { get; set; }

    /// <summary>What was just done: a key of the texts, and to whom.</summary>
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public string? SaidOf { get; set; }

    public string? RemovedName { get; private set; }

    public List<TeamMember> Members { get; private set; } = [];

    public List<PendingInvitation> Pending { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IEnumerable<Choice> Roles => TeamChoices.Roles(T);

    public IEnumerable<Choice> TeamRoles => TeamChoices.TeamRoles(T);

    public IEnumerable<Choice> Schools { get; private set; } = [];

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        if (Members.Find(row => row.Id == Edit) is { } open && MayLead)
        {
            Input = new Fields
            {
                Id = open.Id,
                Version = open.Version,
                Role = open.Role,
                School = open.SchoolId,
                TeamRole = open.TeamRole,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostChange(CancellationToken cancel) =>
        await Answer(
            await change.Do(
                new ChangeMembership.Input(
                    Input.Id,
                    Input.Version,
                    Input.Role,
                    Input.School,
                    Input.TeamRole
                ),
                Doing(),
                cancel
            ),
            name => Back("people.team.changed", name),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostRemove(MembershipId member, CancellationToken cancel) =>
        await Answer(
            await remove.Do(member, Doing(), cancel),
            _ => LocalRedirect($"{Here("team")}?removed={member}"),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostBringBack(
        MembershipId member,
        CancellationToken cancel
    ) =>
        await Answer(
            await bringBack.Do(member, Doing(), cancel),
            name => Back("people.team.returned", name),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostResend(
        InvitationId invitation,
        CancellationToken cancel
    ) =>
        await Answer(
            await resend.Do(
                new ResendInvitation.Input(invitation, site.AddressFor(Request)),
                Doing(),
                cancel
            ),
            email => Back("people.team.resent", email),
            () => Again(cancel)
        );

    public async Task<IActionResult> OnPostRevoke(
        InvitationId invitation,
        CancellationToken cancel
    ) =>
        await Answer(
            await revoke.Do(invitation, Doing(), cancel),
            email => Back("people.team.revoked", email),
            () => Again(cancel)
        );

    /// <summary>"a principal, a counselor and a family member".</summary>
    public string MissingWords()
    {
        var words = Missing.Select(voice => T["people.voice." + voice]).ToList();
        return words.Count == 1
            ? words[0]
            : string.Join(", ", words[..^1]) + T["people.team.missing-and"] + words[^1];
    }

    private LocalRedirectResult Back(string key, string name)
    {
        (Said, SaidOf) = (key, name);
        return LocalRedirect(Here("team"));
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await Load(cancel);
        if (Conflict is not null && Members.Find(row => row.Id == Input.Id) is { } stored)
        {
            // What is stored now is shown, and a second save knows it.
            ModelState.Clear();
            ModelState.AddModelError("", T["people.team.conflict"]);
            (Input.Version, Input.Role) = (stored.Version, stored.Role);
            (Input.School, Input.TeamRole) = (stored.SchoolId, stored.TeamRole);
        }

        Edit = Input.Id == default ? null : Input.Id;
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        Members = await team.Members(cancel);
        Pending = await team.Pending(cancel);
        Missing = TeamWords.Missing(
            Members
                .Select(row => row.TeamRole)
                .Concat(Pending.Select(invitation => invitation.TeamRole))
        );
        Schools = TeamChoices.Schools(await team.Schools(cancel));
        RemovedName =
            MayLead && Removed is { } removed ? await team.Removed(removed, cancel) : null;
    }
}
