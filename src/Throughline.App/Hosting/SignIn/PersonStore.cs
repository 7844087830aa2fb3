using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.App.Hosting.SignIn;

/// <summary>
/// Our people as the framework's passkey checks want to read them. It only reads: what comes of a check is written by use cases.
/// </summary>
public sealed class PersonStore(AccountQueries account) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(
        Person user,
        CancellationToken cancellationToken
    ) => Task.FromResult<string?>(user.EmailKey);

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Id.TryParse<PersonId>(userId, out var id)
            ? account.PersonOf(id, cancellationToken)
            : Task.FromResult<Person?>(null);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(
        Person user,
        CancellationToken cancellationToken
    ) => (await account.PasskeyRows(user.Id, cancellationToken)).ConvertAll(Info);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        Person user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await account.PasskeyRow(IdOf(credentialId), cancellationToken) is { } row
        && row.PersonId == user.Id
            ? Info(row)
            : null;

    public async Task<Person?> FindByPasskeyIdAsync(
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await account.PasskeyRow(IdOf(credentialId), cancellationToken) is { } row
            ? await account.PersonOf(row.PersonId, cancellationToken)
            : null;

    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    private static UserPasskeyInfo Info(Passkey row) =>
        new(
            Base64Url.DecodeFromChars(row.Id),
            row.PublicKey,
            new DateTimeOffset(row.AddedAt, TimeSpan.Zero),
            (uint)row.SignCount,
            row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
            row.IsUserVerified,
            row.IsBackupEligible,
            row.IsBackedUp,
            [],
            []
        )
        {
            Name = row.Name,
        };

    public void Dispose() { }

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) =>
        throw Reading();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) =>
        throw Reading();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw Reading();

    public Task AddOrUpdatePasskeyAsync(
        Person user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    ) => throw Reading();

    public Task RemovePasskeyAsync(
        Person user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) => throw Reading();

    public Task<Person?> FindByNameAsync(
        string normalizedUserName,
        CancellationToken cancellationToken
    ) => throw Reading();

    public Task SetUserNameAsync(
        Person user,
        string? userName,
        CancellationToken cancellationToken
    ) => throw Reading();

    public Task SetNormalizedUserNameAsync(
        Person user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => throw Reading();

    private static NotSupportedException Reading() =>
        new("People are written by use cases; this store is read by the passkey checks.");
}
