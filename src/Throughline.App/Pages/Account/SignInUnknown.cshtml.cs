namespace Throughline.App.Pages.Account;

/// <summary>Another service vouched for somebody who is on no team here.</summary>
[OpenToAll]
public sealed class SignInUnknownModel : TextPage
{
    public void OnGet() { }
}
