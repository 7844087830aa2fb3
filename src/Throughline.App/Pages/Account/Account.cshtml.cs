using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.App.Hosting;
using Throughline.App.Hosting.SignIn;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Pages.Account;

/// <summary>One's own account: name and language, districts, passkeys, open sessions.</summary>
[NeedsPerson]
public sealed class AccountModel(
    AccountQueries account,
    PeopleQueries people,
    ChangeAccount change,
    EndSessions end,
    RemovePasskey removePasskey,
    AcceptInvitation accept,
    PasskeyCeremony passkeys,
    LanguageFiles languages
) : TextPage
{
    public sealed class Fields
    {
        public string? Name { get; set; }

        public string? Language { get; set; }

        public string? PasskeyName { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [FromQuery]
    public string? Done { get; set; }

    [FromQuery]
    public int? Ended { get; set; }

    public List<SessionView> Sessions { get; private set; } = [];

    public List<PasskeyView> Passkeys { get; private set; } = [];

    public List<WaitingView> Waiting { get; private set; } = [];

    public List<MyDistrict> Districts { get; private set; } = [];

    public string ThisSession => Secrets.HashOf(Cookie);

    public IEnumerable<Choice> Languages => LanguageChoices.Of(languages, T);

    /// <summary>What was just done, said once.</summary>
    public string? Said =>
        Ended is { } ended ? T.Count("people.account.ended", Math.Max(0, ended))
        : Done is "saved" or "passkey-added" or "passkey-removed" ? T["people.account." + Done]
        : null;

    private SignedInPerson Me => Visit.Person!;

    private string Cookie => Request.Cookies[SessionCookie.NameFor(Request)] ?? "";

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Input.Name = Me.Name;
        Input.Language = languages.Match(Me.Language ?? T.Language);
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer(
            await change.Do(new ChangeAccount.Input(Input.Name, Input.Language), Doing(), cancel),
            _ =>
            {
                Door.Give(
                    HttpContext,
                    VisitMiddleware.LanguageCookie,
                    Input.Language!,
                    TimeSpan.FromDays(365)
                );
                return LocalRedirect("/account?done=saved");
            },
            () => Show(cancel)
        );

    public async Task<IActionResult> OnPostEnd(string? session, CancellationToken cancel) =>
        await Answer(
            await end.Do(
                session is null
                    ? new EndSessions.Input(Except: Cookie)
                    : new EndSessions.Input(Only: session),
                Doing(),
                cancel
            ),
            ended => LocalRedirect($"/account?ended={ended}"),
            () => Show(cancel)
        );

    public async Task<IActionResult> OnPostPasskeyOptions() =>
        Content(await passkeys.RegistrationOptions(HttpContext, Me, Doing()), "application/json");

    public async Task<IActionResult> OnPostPasskey(string? credential, CancellationToken cancel)
    {
        var outcome = await passkeys.Register(
            HttpContext,
            Me,
            Input.PasskeyName,
            credential,
            Doing()
        );
        return await Answer(
            outcome,
            _ => LocalRedirect("/account?done=passkey-added"),
            () => Show(cancel)
        );
    }

    public async Task<IActionResult> OnPostRemovePasskey(
        string? passkey,
        CancellationToken cancel
    ) =>
        await Answer(
            await removePasskey.Do(passkey ?? "", Doing(), cancel),
            _ => LocalRedirect("/account?done=passkey-removed"),
            () => Show(cancel)
        );

    public async Task<IActionResult> OnPostAccept(
        DistrictId district,
        InvitationId invitation,
        CancellationToken cancel
    ) =>
        await Answer(
            await accept.Do(
                new AcceptInvitation.Input(
                    null,
                    new AcceptInvitation.WaitingPlace(district, invitation),
                    Me.Id,
                    null
                ),
                Doing(),
                cancel
            ),
            joined => LocalRedirect("/d/" + joined.Slug),
            () => Show(cancel)
        );

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        Input.Name ??= Me.Name;
        Input.Language ??= languages.Match(Me.Language ?? T.Language);
        Sessions = await account.Sessions(Me.Id, cancel);
        Passkeys = await account.Passkeys(Me.Id, cancel);
        Waiting = await account.Waiting(Me.Email, cancel);
        Districts = await people.MyDistricts(Me.Id, cancel);
        return Page();
    }
}
