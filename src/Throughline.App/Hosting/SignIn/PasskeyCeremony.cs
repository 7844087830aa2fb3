using Microsoft.AspNetCore.Identity;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Hosting.SignIn;

/// <summary>
/// The two halves of using a passkey: options out, credential in. The challenge stays here; the browser holds its number in a cookie
/// and each challenge hears one answer.
/// </summary>
public sealed class PasskeyCeremony(
    IPasskeyHandler<Person> passkeys,
    KeepPasskeyChallenge keep,
    TakePasskeyChallenge take,
    AddPasskey add,
    SignInWithPasskey signIn
)
{
    private const string Cookie = "throughline-passkey";
    private const int MaxCredentialLength = 20_000;

    public async Task<string> RegistrationOptions(
        HttpContext http,
        SignedInPerson person,
        Doing doing
    )
    {
        var entity = new PasskeyUserEntity
        {
            Id = person.Id.ToString(),
            Name = person.Email,
            DisplayName = person.Name,
        };
        var made = await passkeys.MakeCreationOptionsAsync(entity, http);
        await Keep(http, made.AttestationState, doing);
        return made.CreationOptionsJson;
    }

    public async Task<string> SignInOptions(HttpContext http, Doing doing)
    {
        var made = await passkeys.MakeRequestOptionsAsync(null, http);
        await Keep(http, made.AssertionState, doing);
        return made.RequestOptionsJson;
    }

    public async Task<Outcome<Nothing>> Register(
        HttpContext http,
        SignedInPerson person,
        string? name,
        string? credential,
        Doing doing
    )
    {
        if (await Take(http, doing) is not { } state)
        {
            return Outcome.Refused(PeopleSentences.PasskeyRanOut);
        }

        var checkedKey = IsReadable(credential)
            ? await passkeys.PerformAttestationAsync(
                new PasskeyAttestationContext
                {
                    HttpContext = http,
                    CredentialJson = credential!,
                    AttestationState = state,
                }
            )
            : null;
        if (
            checkedKey is not { Succeeded: true }
            || checkedKey.UserEntity.Id != person.Id.ToString()
        )
        {
            return Outcome.Refused(PeopleSentences.PasskeyRefused);
        }

        var key = checkedKey.Passkey;
        return await add.Do(
            new AddPasskey.Input(
                PersonStore.IdOf(key.CredentialId),
                name,
                key.PublicKey,
                key.SignCount,
                string.Join(',', key.Transports ?? []),
                key.IsUserVerified,
                key.IsBackupEligible,
                key.IsBackedUp
            ),
            doing
        );
    }

    public async Task<Outcome<SignedIn>> SignIn(
        HttpContext http,
        string? credential,
        string? device,
        Doing doing
    )
    {
        if (await Take(http, doing) is not { } state)
        {
            return Outcome.Refused(PeopleSentences.PasskeyRanOut);
        }

        var checkedKey = IsReadable(credential)
            ? await passkeys.PerformAssertionAsync(
                new PasskeyAssertionContext
                {
                    HttpContext = http,
                    CredentialJson = credential!,
                    AssertionState = state,
                }
            )
            : null;
        return checkedKey is not { Succeeded: true }
            ? Outcome.Refused(PeopleSentences.PasskeyRefused)
            : await signIn.Do(
                new SignInWithPasskey.Input(
                    PersonStore.IdOf(checkedKey.Passkey.CredentialId),
                    checkedKey.Passkey.SignCount,
                    checkedKey.Passkey.IsBackedUp,
                    device
                ),
                doing
            );
    }

    private static bool IsReadable(string? credential) =>
        credential is { Length: > 0 and <= MaxCredentialLength };

    private async Task Keep(HttpContext http, string? state, Doing doing)
    {
        if (await keep.Do(state ?? "", doing) is Outcome<string>.Done kept)
        {
            Door.Give(http, Cookie, kept.Value, PasskeyChallenge.Lasts);
        }
    }

    /// <summary>Null where there is no challenge, or one that ran out or was answered already.</summary>
    private async Task<string?> Take(HttpContext http, Doing doing)
    {
        var secret = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie);
        return await take.Do(secret, doing) is Outcome<string>.Done { Value.Length: > 0 } taken
            ? taken.Value
            : null;
    }
}
